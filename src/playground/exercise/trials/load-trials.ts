import { sitePath } from '#protocol/site-path.ts'
import type { SourceFiles } from '#protocol/compile.ts'
import { isSameSource } from '../../backends/is-same-source.ts'
import type { ProvenExercise } from '../../backends/proven-exercise.ts'
import type { ProgramTrial, Trials, TaskTrial } from './trials.ts'

/** Fetches what was recorded of a lesson's programs, once; undefined where that can't be had. */
export async function loadTrials(slug: string): Promise<Trials | undefined> {
  const known = (loaded[slug] ??= fetchTrials(slug))
  const trials = await known
  if (!trials) delete loaded[slug]
  return trials
}

const loaded: Record<string, Promise<Trials | undefined>> = {}

async function fetchTrials(slug: string): Promise<Trials | undefined> {
  const response = await fetch(sitePath(`/${slug}/trials.json`)).catch(() => undefined)
  if (!response?.ok) return undefined
  return (await response.json().catch(() => undefined)) as Trials | undefined
}

/** Has the service worker save it, if there is one, for the time when the network is gone. */
export function saveTrialsForLater({ slug }: { slug: string }) {
  if (navigator.serviceWorker?.controller) void loadTrials(slug)
}

/** What was recorded of these files, and by which compiler; undefined of all that is not a program of the lesson's. */
export async function findTrial(
  exercise: ProvenExercise,
  files: SourceFiles,
): Promise<ProgramTrial | undefined> {
  const name = nameOf(exercise, files)
  return name === undefined ? undefined : (await loadTrials(exercise.slug))?.programs[name]
}

function nameOf({ start, solution, wrong }: ProvenExercise, files: SourceFiles): string | undefined {
  const known = Object.entries({ start, solution, ...wrong })
  const name = known.find(([, source]) => isSameSource(files, source))?.[0]
  return name === undefined || name === 'start' || name === 'solution' ? name : `wrong/${name}`
}

/** What was recorded of a task as it stands in the editor, and by which compiler; undefined once it was edited. */
export async function findTaskTrial(
  { slug, name }: { slug: string; name: string },
  source: string,
): Promise<{ trial: TaskTrial; toolchain: string } | undefined> {
  const trials = await loadTrials(slug)
  const trial = trials?.tasks[name]?.find((known) => known.source.trimEnd() === source.trimEnd())
  return trial && { trial, toolchain: trials!.toolchain }
}

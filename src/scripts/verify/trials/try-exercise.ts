import type { SourceFiles } from '#protocol/compile.ts'
import { parseBootScript } from '#course/boot-script.ts'
import type { ExerciseLesson } from '#course/lesson.ts'
import type { RecordedBoot } from '#course/parts.ts'
import type { Sizes } from '#course/kinds/measure/measured.ts'
import type { ProgramTrial, RecordedRun } from '#playground/exercise/trials/trials.ts'
import { bootModule, toRecordedBoot } from '../boot-module.ts'
import type { LessonChecks } from '../checks/lesson-checks.ts'
import { toRequest } from '../program.ts'
import type { LessonRunner } from '../runner/lesson-runner.ts'

/** What presses the buttons. */
export interface TrialContext {
  runner: LessonRunner
  checks: LessonChecks
}

/** All programs in Rust of an exercise, by their names: `start`, `solution`, `wrong/…`. */
export function listPrograms({ exercise }: Pick<ExerciseLesson, 'exercise'>): [string, SourceFiles][] {
  const { start, solution, wrong } = exercise
  const answers = Object.entries(wrong).map(([name, files]): [string, SourceFiles] => [
    `wrong/${name}`,
    files,
  ])
  return [['start', start], ['solution', solution], ...answers]
}

/** Presses each button on each program of an exercise, and gives what is shown and `recorded.json` does not have. */
export async function tryExercise(
  context: TrialContext,
  lesson: ExerciseLesson,
): Promise<Record<string, ProgramTrial>> {
  const tried = listPrograms(lesson).map(
    async ([name, files]) => [name, await tryProgram(context, lesson, files)] as const,
  )
  return Object.fromEntries(await Promise.all(tried))
}

async function tryProgram(
  { runner, checks }: TrialContext,
  { exercise }: ExerciseLesson,
  files: SourceFiles,
): Promise<ProgramTrial> {
  const asked = { runner, exercise, files }
  const [{ report: check }, run, boot, sizes] = await Promise.all([
    checks(exercise, files),
    runProgram(asked),
    bootDriver(asked),
    measureDriver(asked),
  ])
  return { ...(check && { check }), ...(run && { run }), ...(boot && { boot }), ...(sizes && { sizes }) }
}

interface Asked extends Pick<ExerciseLesson, 'exercise'> {
  runner: LessonRunner
  files: SourceFiles
}

async function runProgram({ runner, exercise, files }: Asked): Promise<RecordedRun | undefined> {
  if (exercise.target === 'kernel') return undefined
  const built = await runner.compile(toRequest({ files, exercise }, 'build'))
  if (built.outcome !== 'accepted' || !built.artifact) return undefined
  const { outputs, ending } = await runner.run(built.artifact)
  return { outputs: joinOutputs(outputs), ending }
}

/** In what pieces a program's output came is chance. */
export function joinOutputs(outputs: RecordedRun['outputs']): RecordedRun['outputs'] {
  return outputs.reduce<RecordedRun['outputs']>((joined, { stream, text }) => {
    const last = joined.at(-1)
    if (last?.stream !== stream) return [...joined, { stream, text }]
    return [...joined.slice(0, -1), { stream, text: last.text + text }]
  }, [])
}

/** Start and solution stand in `recorded.json` where they are booted to prove the lesson; what is refused needs no kernel. */
async function bootDriver(asked: Asked): Promise<RecordedBoot | undefined> {
  const { runner, exercise, files } = asked
  if (exercise.target === 'userspace' || files === exercise.solution) return undefined
  if (files === exercise.start && exercise.expect !== 'budget') return undefined
  const { variant, companions, boot } = exercise
  const { commands } = parseBootScript(boot)
  const request = { language: 'rust', variant, files, ...companions, script: commands.join('\n') } as const
  const events = await runner.boot(request)
  const last = events.at(-1)
  if (last?.kind === 'finished') return { kernel: last.kernel, events }
  // A driver may hang: then the kernel is stopped before it says which one it is.
  return last?.kind === 'stopped' ? { kernel: await nameKernel(asked), events } : undefined
}

/** The C is booted in the same one. */
async function nameKernel({ runner, exercise }: Asked): Promise<string> {
  const { headers, driver, boot: script } = exercise
  const files = { ...headers, 'driver.c': driver }
  return toRecordedBoot(await bootModule(runner, exercise, { language: 'c', files, script }))?.kernel ?? ''
}

async function measureDriver({ runner, exercise, files }: Asked): Promise<Sizes | undefined> {
  if (!exercise.measured || files === exercise.solution || files === exercise.start) return undefined
  const result = await runner.inspect({ language: 'rust', variant: exercise.variant, files })
  return result.outcome === 'accepted' ? { functions: result.functions, bytes: result.bytes } : undefined
}

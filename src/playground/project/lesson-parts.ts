import { type ReadonlySignal, signal } from '@preact/signals'
import type { WithCompanions } from '#protocol/companions.ts'
import type { BootClient } from '../backends/boot/boot-client.ts'
import { loadExercise } from '../backends/load-exercise.ts'

/** The fixtures and programs of the lesson that a driver came from: each boot has them, too. */
export interface LessonParts {
  slug: string
  state: ReadonlySignal<LoadedParts>
  /** Resolves to none where they could not be loaded. */
  companions: Promise<WithCompanions>
}

/** How far they are; `files` are their names, such as `meters.c`. */
export type LoadedParts =
  { kind: 'loading' } | { kind: 'missing' } | { kind: 'loaded'; title: string; files: string[] }

/** Begins to load the parts of a lesson. */
export function loadLessonParts(slug: string, load: typeof loadExercise = loadExercise): LessonParts {
  const state = signal<LoadedParts>({ kind: 'loading' })
  const companions = load(slug).then(
    ({ title, companions = {} }) => {
      const names = [companions.fixtures, companions.programs].flatMap((parts = {}) => Object.keys(parts))
      state.value = { kind: 'loaded', title, files: names.map((name) => `${name}.c`) }
      return companions
    },
    () => ((state.value = { kind: 'missing' }), {}),
  )
  return { slug, state, companions }
}

/** Boots each driver with the parts. */
export function withLessonParts(client: BootClient, { companions }: LessonParts): BootClient {
  return {
    boot: async (request, onEvent, signal) =>
      client.boot({ ...request, ...(await companions) }, onEvent, signal),
  }
}

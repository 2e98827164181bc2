import { beforeEach, expect, it, vi } from 'vitest'
import type { ExerciseLesson } from '#course/lesson.ts'
import { readCourse } from '#course/read-course.ts'
import { type RequestFailure, unreachable } from '#playground/backends/request-failure.ts'
import { loadTrials } from '#playground/exercise/trials/load-trials.ts'
import type { Trials } from '#playground/exercise/trials/trials.ts'
import { withRecordedChecks, withRecordedRuns } from '#playground/exercise/trials/with-trials.ts'
import { lessonFiles } from '../../course/lesson-files.ts'

const { exercise } = readCourse(lessonFiles())[0]!.lessons[0] as ExerciseLesson
const { signal } = new AbortController()
const report = { kind: 'report', refused: [], rules: [], budgets: [], trial: { kind: 'none' } } as const
const run = {
  outputs: [{ stream: 'stdout', text: 'freed once\n' }],
  ending: { kind: 'exited', code: 0 },
} as const
const trials = {
  toolchain: 'rustc 1.85.1',
  programs: { solution: { check: { ...report, solved: true }, run } },
  tasks: {},
} as unknown as Trials

let answer: () => Response
beforeEach(() => {
  answer = () => Response.json(trials)
  vi.stubGlobal('fetch', async () => answer())
})

const check = (files: Record<string, string>, failure: RequestFailure = unreachable) =>
  withRecordedChecks(exercise, async () => ({ kind: 'no result', failure }))(files, signal, () => {})
const start = (files: Record<string, string>, input = '') =>
  withRecordedRuns(
    exercise,
    async () => ({ kind: 'no result', failure: unreachable }),
    () => input,
  )({ action: 'build', files }, signal)

it('what could not be loaded is asked for again', async () => {
  answer = () => new Response('', { status: 404 })
  expect(await check(exercise.solution)).toMatchObject({ kind: 'no result' })
  answer = () => new Response('<!doctype html>')
  expect(await loadTrials(exercise.slug)).toBeUndefined()
  answer = () => Response.json(trials)
  expect(await check(exercise.solution)).toMatchObject({ kind: 'report', recorded: { because: unreachable } })
})

it('an edited program has no recorded answer', async () => {
  const edited = { 'main.rs': `${exercise.solution['main.rs']}// mine\n` }
  expect(await check(edited)).toEqual({ kind: 'no result', failure: unreachable })
  expect(await start(edited)).toMatchObject({ kind: 'no result' })
})

it('a service that is busy, or refuses a program, is not stood in for', async () => {
  const busy = { kind: 'busy', retryAfter: 1 } as const
  expect(await check(exercise.solution, busy)).toEqual({ kind: 'no result', failure: busy })
  const refused = { kind: 'refused', detail: 'too large' } as const
  expect(await check(exercise.solution, refused)).toEqual({ kind: 'no result', failure: refused })
})

it('a run is stood in for unless the reader gave it something to read', async () => {
  expect(await start(exercise.solution)).toMatchObject({ kind: 'ran', ...run })
  expect(await start(exercise.solution, 'a line\n')).toMatchObject({ kind: 'no result' })
})

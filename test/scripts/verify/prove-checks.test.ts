import { expect, it } from 'vitest'
import type { SourceFiles } from '#protocol/compile.ts'
import { readCourse } from '#course/read-course.ts'
import type { ExerciseLesson } from '#course/lesson.ts'
import { proveChecks } from '#scripts/verify/checks/prove-checks.ts'
import type { Said } from '#scripts/verify/checks/lesson-checks.ts'
import { lessonFiles } from '../../course/lesson-files.ts'

const lesson = readCourse(lessonFiles())[0]!.lessons[0] as ExerciseLesson
const { solution } = lesson.exercise

/** The mistakes that are found where page and command say so of a program. */
async function mistakes(say: (files: SourceFiles) => { page: Said; command: Said }) {
  const proofs = await proveChecks(async (_exercise, files) => say(files), lesson)
  return proofs.flatMap(({ mistake }) => mistake ?? [])
}

const said = (solved: boolean, ...verdicts: string[]): Said => ({ solved, verdicts })
const same = (what: Said) => ({ page: what, command: what })

it('start, solution and each wrong answer are checked', async () => {
  expect(await proveChecks(async (_, files) => same(said(files === solution)), lesson)).toHaveLength(3)
  expect(await mistakes((files) => same(said(files === solution)))).toEqual([])
})

it('a page and a command that do not agree are a mistake', async () => {
  const found = await mistakes((files) => ({
    page: said(files === solution, '✓ a'),
    command: said(files === solution, '✗ a'),
  }))
  expect(found).toHaveLength(3)
  expect(found[1]).toContain('solution: the page says solved (✓ a), «no-oops lesson check» says solved (✗ a)')
})

it('a solution that is not taken for one, and another program that is, are mistakes', async () => {
  expect(await mistakes(() => same(said(false, '✗ freed')))).toEqual([
    expect.stringContaining('solution: Check does not take it for solved: not solved (✗ freed)'),
  ])
  expect(await mistakes(() => same(said(true)))).toHaveLength(2)
})

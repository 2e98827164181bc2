import { expect, it } from 'vitest'
import type { SourceFiles } from '#protocol/compile.ts'
import { readCourse } from '#course/read-course.ts'
import { findSurvivors } from '#scripts/mutants/find-survivors.ts'
import type { LessonChecks } from '#scripts/verify/checks/lesson-checks.ts'
import { folder } from '../../course/lesson-files.ts'
import { createFakeLessonRunner } from '../verify/fake-lesson-runner.ts'
import { provenLesson } from '../verify/proven-lesson.ts'

/** Does not look at borders. */
const runner = {
  ...createFakeLessonRunner(),
  run: async (artifact: string) => {
    const { 'main.rs': text = '' } = JSON.parse(artifact) as SourceFiles
    const outputs = [{ stream: 'stdout' as const, text: /n >=? 2/.test(text) ? 'ok' : 'no' }]
    return { outputs, ending: { kind: 'exited' as const, code: 0 } }
  },
}

/** Wants the number. */
const checks: LessonChecks = async (_exercise, files) => {
  const said = { solved: files['main.rs']!.includes('16'), verdicts: [] }
  return { page: said, command: said }
}

const transfer = JSON.stringify({
  tasks: [
    {
      ...{ name: 'border', ask: 'complete', why: 'So.', prints: 'ok' },
      ...{ start: 'todo!()', solution: 'if n > 2 {' },
    },
  ],
})

it('tells the mistakes that the checks of an exercise and of a task take for solved', async () => {
  const solution = { 'solution/main.rs': 'fn main() {\n    f(16);\n    g(1);\n}\n' }
  const files = { ...provenLesson(solution), [`${folder}/transfer.yaml`]: transfer }
  const { tried, survivors } = await findSurvivors({ runner, checks }, readCourse(files)[0]!.lessons[0]!)
  expect(survivors.map(({ where, mutant: { before, after } }) => [where, before, after])).toEqual([
    ['solution/main.rs', 'g(1);', 'g(2);'],
    ['solution/main.rs', 'g(1);', 'g(0);'],
    ['solution/main.rs', 'g(1);', undefined],
    ['task «border»', 'if n > 2 {', 'if n >= 2 {'],
  ])
  expect(tried).toBeGreaterThan(survivors.length)
})

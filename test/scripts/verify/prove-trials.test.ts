import { expect, it } from 'vitest'
import { readCourse } from '#course/read-course.ts'
import type { Trials } from '#playground/exercise/trials/trials.ts'
import { proveTrials } from '#scripts/verify/trials/prove-trials.ts'
import { folder } from '../../course/lesson-files.ts'
import { agreeingChecks, createFakeLessonRunner } from './fake-lesson-runner.ts'
import { provenKernelLesson, provenLesson } from './proven-lesson.ts'

const context = { runner: createFakeLessonRunner(), checks: agreeingChecks }
const transfer = JSON.stringify({
  tasks: [
    {
      ...{ name: 'again', ask: 'repair', refused: 'E0505', why: 'So.', prints: 'ok' },
      ...{ start: '// error E0505\n', solution: '// prints ok\n' },
    },
  ],
})

async function prove(files: Record<string, string>, old?: string) {
  const { proofs, trials } = await proveTrials(context, readCourse(files)[0]!.lessons[0]!, old)
  return { mistakes: proofs.flatMap(({ mistake }) => mistake ?? []), trials }
}

const recordOf = async (files: Record<string, string>) => JSON.parse((await prove(files)).trials!) as Trials

it('what a program that can be built writes is recorded, in one piece', async () => {
  const solution = '// prints one\n// prints two\nfn main() {}\n'
  const { programs } = await recordOf(provenLesson({ 'solution/main.rs': solution }))
  expect(programs.solution!.run).toEqual({
    outputs: [{ stream: 'stdout', text: 'one\ntwo\n' }],
    ending: { kind: 'exited', code: 0 },
  })
  expect(programs.start!.run, 'it is refused').toBeUndefined()
})

it('of a task its start and its solution are', async () => {
  const { tasks } = await recordOf({ ...provenLesson(), [`${folder}/transfer.yaml`]: transfer })
  expect(tasks.again).toMatchObject([
    { source: '// error E0505\n', result: { outcome: 'rejected' }, report: { kind: 'refused', errors: 1 } },
    { source: '// prints ok\n', result: { outcome: 'accepted' }, report: { kind: 'printed', solved: true } },
  ])
})

it('what is recorded holds as long as the same is seen, whatever chance decides in a kernel', async () => {
  for (const files of [provenLesson(), provenKernelLesson()]) {
    const { trials, mistakes } = await prove(files)
    expect(mistakes).toEqual([expect.stringMatching(/trials\.json is missing\. .*--record/)])
    expect(await prove(files, trials)).toEqual({ mistakes: [], trials: undefined })
  }
})

it('what differs is told, and where', async () => {
  const { trials } = await prove(provenLesson())
  const other = trials!.replace('"code": 0', '"code": 3')
  const { mistakes } = await prove(provenLesson(), other)
  expect(mistakes.join()).toMatch(/programs › \S+ › run › ending › code: recorded 3, seen 0/)
})

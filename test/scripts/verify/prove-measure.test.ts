import { expect, it } from 'vitest'
import { readCourse } from '#course/read-course.ts'
import { proveMeasure } from '#scripts/verify/kinds/measure/prove-measure.ts'
import { readLessonText } from '#scripts/verify/read-lesson-text.ts'
import type { LessonOf } from '#course/lesson.ts'
import { folder, head, kernelChanges, lessonFiles } from '../../course/lesson-files.ts'
import { createFakeLessonRunner } from './fake-lesson-runner.ts'

const text = head
  .replace('kind: pair', 'kind: measure')
  .replace('target: userspace', 'target: kernel')
  .replace('expect: E0505', 'expect: budget')
const files = {
  'lesson.mdx': text,
  'c/driver.c': '// function sum 60\n',
  'start/driver.rs':
    '// prints loaded\n// function driver::sum::<u8> 80\n// function driver::sum::<u16> 90\n',
  'solution/driver.rs': '// prints loaded\n// function driver::sum 100\n',
  'wrong/E0382-too-late.rs': '// error E0382\n',
  'wrong/budget-both.rs': '// prints loaded\n// function driver::sum 121\n',
  'hints.yaml': 'first: { E0382: b, budget: c, otherwise: e }\nsecond: a\nthird: b\nsolution: c\n',
  'measure.yaml':
    '- { title: Sum, c: [sum], rust: [sum], budget: 120 }\n- { title: All, c: all, rust: all }\n',
}

async function prove(changes: Record<string, string> = {}) {
  const own = Object.entries({ ...files, ...changes }).map(([path, text]) => [`${folder}/${path}`, text])
  const [chapter] = readCourse(lessonFiles({ ...kernelChanges(), ...Object.fromEntries(own) }))
  const lesson = chapter!.lessons[0] as LessonOf<'measure'>
  const { proofs, record } = await proveMeasure(createFakeLessonRunner(), lesson, readLessonText(text))
  return { mistakes: proofs.flatMap(({ mistake }) => mistake ?? []), record }
}

it('a lesson that measures is proven, and its sizes are recorded', async () => {
  const { mistakes, record } = await prove()
  expect(mistakes).toEqual([])
  expect(record).toMatchObject({
    sizes: { c: { bytes: 60 }, start: { bytes: 170 }, solution: { bytes: 100 } },
  })
})

it.each([
  [
    'a start within the budget',
    { 'start/driver.rs': '// prints loaded\n// function sum 120\n' },
    /start keeps to every budget: «Sum» 120 of 120/,
  ],
  ['a start that does not work', { 'start/driver.rs': '// function sum 130\n' }, /fails check\/boot\.sh/],
  [
    'a solution over it',
    { 'solution/driver.rs': '// prints loaded\n// function sum 121\n' },
    /solution is over a budget/,
  ],
  [
    'a function that nobody finds',
    { 'c/driver.c': '// function add 60\n' },
    /c\/driver\.c has no function sum\. Write noinline.*one of add/,
  ],
  [
    'a wrong answer that is small',
    { 'wrong/budget-both.rs': '// prints loaded\n// function sum 7\n' },
    /keeps to every budget\. Rename it/,
  ],
])('%s is refused, with the next step', async (_, changes, mistake) => {
  expect((await prove(changes)).mistakes).toEqual([expect.stringMatching(mistake)])
})

it('a file without a budget is refused', async () => {
  await expect(prove({ 'measure.yaml': '- { title: Sum, rust: [sum] }\n' })).rejects.toThrow(/has no budget/)
})

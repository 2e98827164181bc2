import { expect, it } from 'vitest'
import type { LessonOf } from '#course/lesson.ts'
import { readCourse } from '#course/read-course.ts'
import { proveForensics } from '#scripts/verify/kinds/forensics/prove-forensics.ts'
import { readLessonText } from '#scripts/verify/read-lesson-text.ts'
import { folder, head, kernelChanges, lessonFiles } from '../../course/lesson-files.ts'
import { createFakeLessonRunner } from './fake-lesson-runner.ts'

const text = head
  .replace('kind: pair', 'kind: forensics\ncrash: kasan')
  .replace('target: userspace', 'target: kernel')
  .replace('expect: E0505', 'expect: boot')
const report = `parts:
  - { at: 'BUG: kasan', means: What it is. }
  - { at: fault_read, means: Where it is. }
asks: Which line?
lines:
  - { at: end, right: true, why: Yes. }
  - { at: uses, why: No. }
otherwise: No.
`
const files = {
  'lesson.mdx': text,
  'c/driver.c': '// reports kasan\nkfree(buf); //@ end\nuse(buf); //@ uses\n',
  'start/driver.rs': '// prints nothing\n',
  'solution/driver.rs': '// prints loaded\n',
  'wrong/E0382-too-late.rs': '// error E0382\n',
  'hints.yaml': 'first: { E0382: b, boot: c, otherwise: e }\nsecond: a\nthird: b\nsolution: c\n',
  'forensics.yaml': report,
}

async function prove(changes: Record<string, string> = {}) {
  const own = Object.entries({ ...files, ...changes }).map(([path, text]) => [`${folder}/${path}`, text])
  const [chapter] = readCourse(lessonFiles({ ...kernelChanges(), ...Object.fromEntries(own) }))
  const lesson = chapter!.lessons[0] as LessonOf<'forensics'>
  const { proofs } = await proveForensics(createFakeLessonRunner(), lesson, readLessonText(text))
  return proofs.flatMap(({ mistake }) => mistake ?? [])
}

it('a lesson whose report has all of its parts is proven', async () => {
  expect(await prove()).toEqual([])
})

it('a part that the report does not have is refused, with the report', async () => {
  const changed = report.replace('at: fault_read', 'at: Freed by task')
  expect(await prove({ 'forensics.yaml': changed })).toEqual([
    expect.stringMatching(/no line with «Freed by task»\. Take words that every boot has:\nBUG: kasan/),
  ])
})

it('a C that gives another report is refused', async () => {
  expect((await prove({ 'c/driver.c': files['c/driver.c'].replace('kasan', 'oops') })).join()).toMatch(
    /\(oops\)/,
  )
})

it.each([
  [
    'a line that the C does not mark',
    report.replace('at: uses', 'at: reads'),
    /names the line «reads», which c\/driver\.c does not mark/,
  ],
  ['two right lines', report.replace('at: uses,', 'at: uses, right: true,'), /exactly one line is right/],
])('%s is refused before anything is run', async (_, yaml, mistake) => {
  await expect(prove({ 'forensics.yaml': yaml })).rejects.toThrow(mistake)
})

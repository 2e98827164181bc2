import { expect, it } from 'vitest'
import type { LessonOf } from '#course/lesson.ts'
import { readCourse } from '#course/read-course.ts'
import { provePort } from '#scripts/verify/kinds/port/prove-port.ts'
import { readLessonText } from '#scripts/verify/read-lesson-text.ts'
import { folder, head, kernelChanges, lessonFiles } from '../../course/lesson-files.ts'
import { createFakeLessonRunner } from './fake-lesson-runner.ts'

const text = head
  .replace('kind: pair', 'kind: project')
  .replace('target: userspace', 'target: kernel')
  .replace('expect: E0505', 'expect: boot')
const firstStep = (line: string) => `--- a\n+++ b\n@@ -1 +1,2 @@\n // prints nothing\n+// prints ${line}\n`

const files = {
  'lesson.mdx': text,
  'c/driver.c': '// prints loaded\n',
  'start/driver.rs': '// prints nothing\n',
  'solution/driver.rs': '// prints loaded\n// prints two entries\n',
  'check/boot.sh': 'insmod driver.ko\n#= loaded\ncat /dev/log\n#= two entries\n',
  'wrong/E0382-too-late.rs': '// error E0382\n',
  'hints.yaml': 'first: { E0382: b, boot: c, otherwise: e }\nsecond: a\nthird: b\nsolution: c\n',
  'steps/1.patch': firstStep('loaded'),
  'steps.yaml':
    '- { title: Load, text: The module., shows: [loaded] }\n- { title: Count, text: The entries., shows: [two entries] }\n',
}

async function prove(changes: Record<string, string> = {}) {
  const own = Object.entries({ ...files, ...changes }).map(([path, text]) => [`${folder}/${path}`, text])
  const [chapter] = readCourse(lessonFiles({ ...kernelChanges(), ...Object.fromEntries(own) }))
  const lesson = chapter!.lessons[0] as LessonOf<'project'>
  const { proofs } = await provePort(createFakeLessonRunner(), lesson, readLessonText(text))
  return proofs.flatMap(({ mistake }) => mistake ?? [])
}

it('a driver that is written in steps is proven by what its console shows, after each step too', async () => {
  expect(await prove()).toEqual([])
})

it('a step that the start brings already is refused', async () => {
  expect(await prove({ 'start/driver.rs': '// prints loaded\n// prints nothing\n' })).toEqual([
    expect.stringMatching(/passes the checks of the step «Load» already/),
  ])
})

it('a step that has no patch is named, if it is not the last', async () => {
  const three = `${files['steps.yaml']}- { title: End, text: The end., shows: [the end] }\n`
  const check = `${files['check/boot.sh']}#= the end\n`
  const solution = `${files['solution/driver.rs']}// prints the end\n`
  expect(
    await prove({ 'steps.yaml': three, 'check/boot.sh': check, 'solution/driver.rs': solution }),
  ).toEqual([expect.stringMatching(/steps\/2\.patch is missing\. Do the step «Count» as its text says/)])
})

it('a patch may show the markers of a start that is folded', async () => {
  const patch = firstStep('loaded').replace('+1,2', '+1,3').replace('@@ -1 ', '@@ -1,2 ')
  expect(
    await prove({
      'start/driver.rs': '// prints nothing //@ fold imports\n// end //@ fold\n',
      'steps/1.patch': `${patch.replace('nothing', 'nothing //@ fold imports')} // end //@ fold\n`,
    }),
  ).toEqual([])
})

it.each([
  [
    'a step that its patch does not do',
    firstStep('two entries'),
    /does not give «loaded» of the step «Load»/,
  ],
  [
    'a later step that is done by the patch of an earlier one',
    firstStep('loaded\n+// prints two entries').replace('+1,2', '+1,3'),
    /gives all checks of the later step «Count» too/,
  ],
])('%s is refused', async (_, patch, mistake) => {
  expect(await prove({ 'steps/1.patch': patch })).toEqual([expect.stringMatching(mistake)])
})

it('a patch that does not fit is refused', async () => {
  await expect(prove({ 'steps/1.patch': firstStep('loaded').replace('nothing', 'all') })).rejects.toThrow(
    /steps\/1\.patch does not fit what the steps before it give/,
  )
})

it.each([
  [
    'a line that no step has',
    files['steps.yaml'].replace('[two entries]', '[loaded]'),
    /has the line «loaded», which belongs to no step or to two/,
  ],
  [
    'a line that the check does not have',
    files['steps.yaml'].replace('two entries', 'three'),
    /names the line «three», which check\/boot\.sh does not have/,
  ],
  [
    'a step without a check',
    files['steps.yaml'].replace(', shows: [two entries]', ''),
    /has the line «two entries», which belongs to no step/,
  ],
])('%s is refused', async (_, steps, mistake) => {
  await expect(prove({ 'steps.yaml': steps })).rejects.toThrow(mistake)
})

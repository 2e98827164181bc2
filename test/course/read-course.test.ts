import { describe, expect, it } from 'vitest'
import { CourseError } from '#course/course-error.ts'
import type { LessonOf } from '#course/lesson.ts'
import { readCourse } from '#course/read-course.ts'
import { readExercise } from '#course/read-exercise.ts'
import { folder, head, kernelChanges, lessonFiles } from './lesson-files.ts'

describe('a course that is in order', () => {
  it('has chapters and lessons with the numbers and names of their folders', () => {
    const [chapter] = readCourse(lessonFiles())
    expect(chapter).toMatchObject({ number: 3, slug: 'ownership', title: 'Ownership' })
    expect(chapter!.lessons[0]).toMatchObject({ folder, number: '3.2', slug: 'ownership/borrow-deadline' })
  })

  it('is in the order of the folders’ names', () => {
    const first = Object.entries(lessonFiles()).map(([path, text]) => [
      path.replace('03-ownership', '01-start'),
      text,
    ])
    const course = readCourse({ ...lessonFiles(), ...Object.fromEntries(first) })
    expect(course.map(({ slug }) => slug)).toEqual(['start', 'ownership'])
  })

  it('gives programs without markers', () => {
    const { exercise, rust } = firstPair(lessonFiles())
    expect(exercise.start['main.rs']).toBe('fn main() {\n    drop(buf);\n}\n')
    expect(rust.duties).toEqual([{ name: 'end', lines: [2] }])
  })

  it('opens at the first line of a duty, else below the boilerplate', () => {
    const start =
      '//! A ring.\n\nuse a; //@ fold imports\nuse b; //@ fold\n\nfn main() {\n    drop(buf);\n}\n'
    const ofStart = (text: string) => readStart({ [`${folder}/start/main.rs`]: text })
    expect(ofStart(start.replace('buf);', 'buf); //@ end'))).toMatchObject({ line: 7 })
    expect(ofStart(start)).toMatchObject({ line: 6, folds: [{ title: 'imports', from: 3, to: 4 }] })
  })

  it('opens at the first line that the solution changes, where no line carries a duty', () => {
    const start = 'use a; //@ fold imports\nuse b; //@ fold\n\nstruct Ring;\n\n#[inline]\nfn main() {\n}\n'
    const solution = 'use a;\n\nstruct Ring;\n\nfn main(ring: &Ring) {\n}\n'
    const files = { [`${folder}/start/main.rs`]: start, [`${folder}/solution/main.rs`]: solution }
    expect(readStart(files)).toMatchObject({ line: 7 })
  })

  it('makes whole programs of a solution and wrong answers that name only what differs', () => {
    const { exercise } = firstPair(lessonFiles({ [`${folder}/start/ring.rs`]: 'pub struct Ring;\n' }))
    expect(Object.keys(exercise.solution).sort()).toEqual(['main.rs', 'ring.rs'])
    expect(exercise.wrong['E0382-too-late.rs']).toEqual({
      'main.rs': 'fn main() { late() }\n',
      'ring.rs': 'pub struct Ring;\n',
    })
  })

  it('gives the driver and the script that loads it, for either target', () => {
    const { exercise } = firstPair(lessonFiles())
    expect(exercise).toMatchObject({
      variant: 'kasan',
      driver: 'kfree(buf);\n',
      boot: 'insmod driver.ko\nrmmod driver\n',
    })
    expect(exercise).not.toHaveProperty('checkScript')
  })

  it('checks a module in a booted kernel instead of with tests', () => {
    const { exercise } = firstPair(lessonFiles(kernelChanges()))
    expect(exercise).toMatchObject({ root: 'driver.rs', checkScript: 'insmod driver.ko\n#= loaded\n' })
    expect(exercise).not.toHaveProperty('tests')
  })

  it('has the tasks that follow the exercise, and the driver whose bug is fixed', () => {
    const task = 'name: again, ask: complete, start: todo!(), solution: x, prints: x, why: So.'
    const { exercise, tasks } = firstPair(
      lessonFiles({
        [`${folder}/transfer.yaml`]: `tasks: [{ ${task} }]\n`,
        [`${folder}/c/fixed.patch`]:
          '--- c/driver.c\n+++ c/fixed.c\n@@ -1,1 +1,1 @@\n-kfree(buf);\n+use(buf);\n',
      }),
    )
    expect(tasks).toMatchObject([{ name: 'again' }])
    expect(exercise.fixedDriver).toBe('use(buf);\n')
  })

  it('needs no recorded results yet', () => {
    expect(readCourse(lessonFiles())[0]!.lessons[0]).not.toHaveProperty('recorded')
  })
})

describe('an author’s mistake is told with the file and the next step', () => {
  const cases: [what: string, changes: Record<string, string | undefined>, says: RegExp][] = [
    ['a file is missing', { 'notes.md': undefined }, /lessons\/.*notes\.md is missing.*copy a neighbour's/],
    ['there is no head', { 'lesson.mdx': 'Text.\n' }, /lesson\.mdx has no frontmatter\. Begin it with ---/],
    [
      'the head has an unknown key',
      { 'lesson.mdx': head.replace('minutes', 'minuets') },
      /lesson\.mdx.*\n.*minutes.*\n.*minuets/,
    ],
    [
      'the summary is too long',
      { 'lesson.mdx': head.replace('A borrow', 'A'.repeat(160)) },
      /summary: .*160/,
    ],
    [
      'a source has no lines',
      { 'lesson.mdx': head.replace('rules', 'sources: [kernel/fork.c]\nrules') },
      /write path#L10/,
    ],
    [
      'a task after the exercise is not written',
      {
        'transfer.yaml':
          'tasks: [{ name: a, ask: choose, right: A, instead: [{ text: B, why: C }], why: D }]',
      },
      /transfer\.yaml.*\n.*each is written: «repair» or «complete»/,
    ],
    [
      'the fix does not fit the driver',
      { 'c/fixed.patch': '--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n' },
      /fixed\.patch does not fit c\/driver\.c/,
    ],
    ['a rule does not exist', { 'lesson.mdx': head.replace('no-unsafe', 'no-fun') }, /rules\.0: /],
    [
      'hints lack the last resort',
      { 'hints.yaml': 'first: {}\nsecond: a\nthird: b\nsolution: c\n' },
      /needs a case «otherwise»/,
    ],
    [
      'hints are no YAML',
      { 'hints.yaml': 'first: { otherwise: Look. }\nsecond: Look: again: there\n' },
      /hints\.yaml is no YAML\. Quote texts.*\nNested mappings/,
    ],
    [
      'a question has no right answer',
      { 'questions.yaml': '- question: Why?\n  answers: [{ text: A, why: x }, { text: B, why: y }]\n' },
      /exactly one answer is correct/,
    ],
    ['there is no script', { 'boot.sh': undefined }, /lessons\/.*boot\.sh is missing/],
    [
      'the script does not load the module',
      { 'boot.sh': 'modprobe driver\n' },
      /boot\.sh does not load the module\. Write «insmod driver\.ko»/,
    ],
    [
      'a boot is expected of a program',
      { 'lesson.mdx': head.replace('E0505', 'boot') },
      /expect: «boot» is for .*here it is «tests»/,
    ],
    [
      'a boot script checks a program',
      { 'check/boot.sh': 'insmod driver.ko\n#= loaded\n' },
      /check\/boot\.sh is for lessons of target kernel\. Drop it/,
    ],
    [
      'the variant does not exist',
      { 'lesson.mdx': head.replace('rules', 'variant: fast\nrules') },
      /variant: /,
    ],
    [
      'a marker is not explained',
      { 'c/driver.c': 'a(); //@ end\nb(); //@ fog\n' },
      /marks «fog».*Add it there, or drop the marker/,
    ],
    [
      'a duty is marked on one side',
      { 'c/driver.c': 'a();\n' },
      /explains «end», but only one side.*Add «\/\/@ end»/,
    ],
  ]

  const kernelCases: typeof cases = [
    ['the check is missing', { 'check/boot.sh': undefined }, /lessons\/.*check\/boot\.sh is missing/],
    [
      'the check expects nothing',
      { 'check/boot.sh': 'insmod driver.ko\n# loaded\n' },
      /check\/boot\.sh expects nothing\. Write «#= text»/,
    ],
    [
      'it has tests too',
      { 'check/tests.rs': '#[test]\n' },
      /tests\.rs is for lessons of target userspace\. Drop it/,
    ],
    [
      'tests are expected of a module',
      { 'lesson.mdx': head.replace('userspace', 'kernel').replace('E0505', 'tests') },
      /expect: «tests» is for .*here it is «boot»/,
    ],
  ]

  it.each(kernelCases)('in a kernel lesson %s', (_what, changes, says) => {
    const files = Object.fromEntries(
      Object.entries(changes).map(([name, text]) => [`${folder}/${name}`, text]),
    )
    expect(() => readCourse(lessonFiles({ ...kernelChanges(), ...files }))).toThrow(says)
  })

  it.each(cases)('%s', (_what, changes, says) => {
    const files = Object.fromEntries(
      Object.entries(changes).map(([name, text]) => [`${folder}/${name}`, text]),
    )
    const read = () => readCourse(lessonFiles(files))
    expect(read).toThrow(CourseError)
    expect(read).toThrow(says)
  })

  it('a folder has no number', () => {
    const files = Object.entries(lessonFiles()).map(([path, text]) => [
      path.replace('03-ownership', 'ownership'),
      text,
    ])
    expect(() => readCourse(Object.fromEntries(files))).toThrow(/does not begin with a number.*Rename it/)
  })
})

function firstPair(files: Record<string, string>): LessonOf<'pair'> {
  return readCourse(files)[0]!.lessons[0] as LessonOf<'pair'>
}

function readStart(changes: Record<string, string>) {
  const { slug, meta } = firstPair(lessonFiles())
  return readExercise({ files: lessonFiles(changes), folder, slug, meta }).opening['main.rs']
}

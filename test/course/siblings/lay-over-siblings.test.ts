import { expect, it } from 'vitest'
import { CourseError } from '#course/course-error.ts'
import type { LessonOf } from '#course/lesson.ts'
import { readCourse } from '#course/read-course.ts'
import { folder, head, lessonFiles } from '../lesson-files.ts'
import { germanFiles, siblingText, siblingYaml } from './sibling-files.ts'

function german(files: Record<string, string>): LessonOf<'pair'> {
  return readCourse(files, 'de')[0]!.lessons[0] as LessonOf<'pair'>
}

function mistakeOf(changes: Record<string, string | undefined>): string {
  try {
    german(germanFiles(changes))
  } catch (error) {
    if (error instanceof CourseError) return error.message
  }
  return ''
}

it('a lesson in German has the words of its siblings, and of the English files what is no words', () => {
  const { meta, exercise, duties, questions } = german(germanFiles())
  expect(meta).toMatchObject({ title: 'Ein Zeiger mit Frist', expect: 'E0505', language: 'de' })
  expect(exercise.hints.first).toEqual({ otherwise: 'Schau.' })
  expect(exercise.title).toBe('Ein Zeiger mit Frist')
  expect(duties).toEqual({ end: 'Das Ende des Puffers.' })
  expect(questions[0]!.answers).toEqual([
    { text: 'Eins', correct: true, why: 'Ja.' },
    { text: 'Zwei', correct: false, why: 'Nein.' },
  ])
})

it('the same files read in English have nothing of the siblings', () => {
  expect(readCourse(germanFiles())).toEqual(readCourse(lessonFiles()))
})

it('a lesson and a chapter without siblings stay English', () => {
  expect(readCourse(lessonFiles(), 'de')).toEqual(readCourse(lessonFiles()))
})

it('a chapter has its words in chapter.de.yaml', () => {
  const files = {
    ...lessonFiles(),
    '03-ownership/chapter.de.yaml': siblingYaml('title: Besitz\nsummary: Wer gibt frei?\n'),
  }
  expect(readCourse(files, 'de')[0]).toMatchObject({ title: 'Besitz', summary: 'Wer gibt frei?' })
})

it('figures have siblings too', () => {
  const figure =
    'figure: drop-order\nalt: The last declared is dropped first.\nvalues:\n  - { name: a, does: frees }\n  - { name: b, does: unlocks }\n'
  const words =
    'alt: Was zuletzt kam, geht zuerst.\nvalues:\n  - { does: gibt frei }\n  - { does: entsperrt }\n'
  const files = germanFiles({ 'figures/order.yaml': figure, 'figures/order.de.yaml': siblingYaml(words) })
  expect(german(files).figures.order).toMatchObject({
    alt: 'Was zuletzt kam, geht zuerst.',
    values: [
      { name: 'a', does: 'gibt frei' },
      { name: 'b', does: 'entsperrt' },
    ],
  })
})

it('tasks are known by their names, and what a program prints is no word', () => {
  const tasks = `tasks:
  - { ask: complete, name: fill, start: '___', solution: '1', prints: '1', why: So. }
`
  const words = siblingYaml('tasks:\n  - { name: fill, why: Darum. }\n')
  const { tasks: read } = german(germanFiles({ 'transfer.yaml': tasks, 'transfer.de.yaml': words }))
  expect(read).toMatchObject([{ name: 'fill', solution: '1', why: 'Darum.' }])
})

const unfit: [fault: string, changes: Record<string, string | undefined>, told: string][] = [
  ['a sibling is missing', { 'hints.de.yaml': undefined }, `${folder}/hints.de.yaml is missing`],
  [
    'a question is missing',
    { 'questions.de.yaml': siblingYaml('- question: Warum 1?\n') },
    '2.question is missing. In English: «Why 2?»',
  ],
  [
    'there is an answer more',
    { 'duties.de.yaml': siblingYaml('end: Das Ende.\nbeginning: Der Anfang.\n') },
    `${folder}/duties.de.yaml does not fit ${folder}/duties.yaml:\n  beginning is not in the English file.`,
  ],
  [
    'it says which answer is right',
    { 'questions.de.yaml': siblingYaml('- question: Warum 1?\n  answers: [{ correct: false }]\n') },
    '1.answers.1.correct is no words',
  ],
  ['it has no source', { 'duties.de.yaml': 'words: none\n---\nend: Das Ende.\n' }, 'source'],
  [
    'its text has another component',
    { 'lesson.mdx': `${head}\n<Pair />\n`, 'lesson.de.mdx': siblingText('\nHallo\n\n<Drill />\n') },
    `${folder}/lesson.de.mdx:10 has <Drill />, where the English text has <Pair /> (line 12)`,
  ],
  [
    'its text has a heading less',
    { 'lesson.mdx': `${head}\n## Fix it\n` },
    `lesson.de.mdx ends, where the English text has a heading «##»`,
  ],
  [
    'its code is other code',
    {
      'lesson.mdx': `${head}\n\`\`\`rust\nlet a = 1; // a number\n\`\`\`\n`,
      'lesson.de.mdx': siblingText('\n```rust\nlet a = 2; // eine Zahl\n```\n'),
    },
    'has the code block ```rust',
  ],
]

for (const [fault, changes, told] of unfit)
  it(`says where they differ when ${fault}`, () => {
    expect(mistakeOf(changes)).toContain(told)
  })

it('comments of code may be in another language', () => {
  const files = germanFiles({
    'lesson.mdx': `${head}\n\`\`\`rust\nlet a = 1; // a number\n\`\`\`\n`,
    'lesson.de.mdx': siblingText('\n```rust\nlet a = 1; // eine Zahl\n```\n'),
  })
  expect(german(files).meta.language).toBe('de')
})

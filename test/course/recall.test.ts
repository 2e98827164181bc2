import { expect, it } from 'vitest'
import { CourseError } from '#course/course-error.ts'
import type { LessonOf } from '#course/lesson.ts'
import { readCourse } from '#course/read-course.ts'
import { lessonFiles } from './lesson-files.ts'

const folder = '03-ownership/09-recall'
const head = `---
title: Recall
kind: recall
summary: What came before.
minutes: 10
objectives: [remember it, say why]
---
`

function recallOf(pool: (string | object)[], more: Record<string, string> = {}): LessonOf<'recall'> {
  const own = `- { ask: choose, name: own, right: A, instead: [{ text: B, why: No. }], why: So. }`
  const files = lessonFiles({
    [`${folder}/lesson.mdx`]: head,
    [`${folder}/notes.md`]: 'Ten minutes.\n',
    [`${folder}/recall.yaml`]: `pool: ${JSON.stringify(pool)}\ntasks:\n  ${own}\n`,
    '02-rust/01-casts/drill.yaml': `tasks:\n  - { ask: prints, name: cuts, rust: 'f();', prints: '1', why: So. }\n`,
    ...more,
  })
  return readCourse(files)[0]!.lessons.at(-1) as LessonOf<'recall'>
}

const pool = [
  'rust/casts#cuts',
  'ownership/borrow-deadline?1',
  'ownership/borrow-deadline?2',
  'rust/casts#cuts',
]

it('a recall has its own tasks, and tasks and questions of lessons before it', () => {
  const { tasks, origins, show } = recallOf(pool)
  expect(tasks.map(({ name }) => name)).toContain('own')
  expect(tasks.find(({ name }) => name === 'casts-cuts')).toMatchObject({ ask: 'prints', prints: '1' })
  expect(tasks.find(({ name }) => name === 'borrow-deadline-question-2')).toMatchObject({
    ask: 'choose',
    right: 'A',
  })
  expect(origins['casts-cuts']).toEqual({ slug: 'rust/casts', name: 'cuts' })
  expect(show).toBe(8)
})

it.each(['rust/casts#gone', 'ownership/borrow-deadline?3', 'rust/nowhere#cuts'])(
  'a task that is not there is told: %s',
  (reference) => {
    expect(() => recallOf([...pool, reference])).toThrow(CourseError)
    expect(() => recallOf([...pool, reference])).toThrow(`names ${reference}, which is not there`)
  },
)

it.each([
  'Why is line 67 refused?',
  'The script of this lesson runs twice. Why?',
  'What is different in the start?',
])('a question that points at what a recall does not show is refused: %s', (question) => {
  const answers = '[{ text: A, correct: true, why: So. }, { text: B, why: No. }]'
  const asked = `- { question: '${question}', answers: ${answers} }\n`
  const more = { '03-ownership/02-borrow-deadline/questions.yaml': asked.repeat(3) }
  expect(() => recallOf(pool, more)).toThrow('Take one that can be read alone')
})

const start = `/// Adds one.
fn probe(at: u32) -> u32 { //@ loan
    let next = at + 1;

    next
}

fn main() {
    let shown = probe(1);
    print(shown); //@ use
}
`

function shownCode(shows: object[]): { c?: string; rust?: string } {
  const more = {
    '03-ownership/02-borrow-deadline/start/main.rs': start,
    '03-ownership/02-borrow-deadline/duties.yaml': 'loan: Who lends it.\nuse: Who uses it.\n',
    '03-ownership/02-borrow-deadline/c/driver.c':
      'static int probe(void)\n{\n\treturn 1; //@ loan\n}\n\nint i; //@ use\n',
  }
  const taken = { take: 'ownership/borrow-deadline?1', shows }
  const { tasks } = recallOf([taken, ...pool.filter((name) => name !== taken.take), 'rust/casts#cuts'], more)
  return tasks.find(({ name }) => name === 'borrow-deadline-question-1') as { c?: string; rust?: string }
}

it('a question shows the lines of its lesson that it speaks of, C beside Rust, without marks', () => {
  const file = 'start/main.rs'
  const shown = shownCode([
    { file, from: '/// Adds' },
    { file, from: 'let shown', to: 'print(' },
    { file: 'c/driver.c', from: 'int probe' },
  ])
  expect(shown.rust).toBe(
    `${start.split('\n\nfn main')[0]!.replace(' //@ loan', '')}\n// …\nlet shown = probe(1);\nprint(shown);\n`,
  )
  expect(shown.c).toBe('static int probe(void)\n{\n\treturn 1;\n}\n')
})

it.each([
  [{ file: 'start/main.rs', from: 'gone' }, '«gone» is on 0 lines of start/main.rs'],
  [{ file: 'start/main.rs', from: 'probe(' }, '«probe(» is on 2 lines'],
  [
    { file: 'start/main.rs', from: 'fn main', to: 'gone' },
    'no line of start/main.rs after «fn main» has «gone»',
  ],
  [{ file: 'c/other.c', from: 'probe' }, 'its lesson has no c/other.c'],
])('lines that the lesson does not have any more are told: %j', (shown, message) => {
  expect(() => shownCode([shown])).toThrow(message)
})

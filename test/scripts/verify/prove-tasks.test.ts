import { describe, expect, it } from 'vitest'
import type { Task } from '#course/tasks/task.ts'
import { proveTasks } from '#scripts/verify/prove-tasks.ts'
import { createFakeLessonRunner } from './fake-lesson-runner.ts'

const common = { name: 'cut', why: 'So it is.', see: [], counts: [] }
const predict = { ...common, ask: 'predict', rust: 'let a = 1;' } as const
const review = {
  ...common,
  ask: 'review' as const,
  ...{
    from: 'A. Developer',
    subject: '[PATCH] rust: ring',
    message: 'Faster.',
    before: '',
    rust: 'fn f() {}',
  },
  ...{ target: 'userspace' as const, outcome: 'accepted' as const, right: 'Nack.', replies: [] },
  instead: [{ text: 'Ack.', why: 'No.' }],
}
const repair = { ...common, ask: 'repair' as const, holds: ['f() == 1'], refused: 'E0308' }
const start = '// error E0308\n'

describe('a task that keeps its promise', () => {
  const tasks: [what: string, task: Task][] = [
    ['runs', { ...predict, outcome: 'accepted' }],
    ['panics', { ...predict, rust: '// panics\nlet a = 1;', outcome: 'panics' }],
    ['prints', { ...predict, ask: 'prints', rust: '// prints 45\n', prints: '45' }],
    ['is repaired', { ...repair, start, solution: 'fn f() -> u8 { 1 }' }],
    ['reviews a patch that compiles', review],
    [
      'reviews a patch that does not',
      { ...review, rust: '// error E0499\n', outcome: { refused: 'E0499', line: 1 } },
    ],
    [
      'asks for what no program shows',
      { ...common, ask: 'choose', right: 'A', instead: [{ text: 'B', why: 'No.' }] },
    ],
  ]

  it.each(tasks)('is proven: it %s', async (_what, task) => {
    expect(await mistakesOf(task)).toEqual([])
  })

  it('is recorded with what the compiler says of the program that it shows', async () => {
    const { record } = await proveTasks(createFakeLessonRunner(), 'drill.yaml', [
      { ...repair, start, solution: 'fn f() -> u8 { 1 }' },
    ])
    expect(record.tasks.cut).toMatchObject({ outcome: 'rejected', diagnostics: [{ code: 'E0308' }] })
  })
})

describe('a task that breaks its promise says what to write', () => {
  const tasks: [what: string, task: Task, says: RegExp][] = [
    [
      'is refused',
      { ...predict, rust: '// error E0308\n', outcome: 'accepted' },
      /is refused with E0308, not accepted/,
    ],
    [
      'is accepted',
      { ...predict, outcome: { refused: 'E0308', line: 1 } },
      /compiles, not with E0308 in line 1\. Write «outcome: accepted»/,
    ],
    ['does not panic', { ...predict, outcome: 'panics' }, /runs to its end, where the task says «panics»/],
    [
      'panics',
      { ...predict, rust: '// panics\nlet a = 1;', outcome: 'accepted' },
      /panics.*where the task says «accepted»/s,
    ],
    [
      'prints something else',
      { ...predict, ask: 'prints', rust: '// prints 46\n', prints: '45' },
      /prints:\n46\nThe task says:\n45/,
    ],
    [
      'offers what it prints as wrong',
      {
        ...predict,
        ask: 'prints',
        rust: '// prints 45\n',
        prints: '45',
        instead: [{ text: '45 ', why: 'No.' }],
      },
      /«45» under «instead» is what it prints/,
    ],
    [
      'starts with another error',
      { ...repair, start: '// error E0384\n', solution: '' },
      /start is refused with E0384.*is refused with E0308/,
    ],
    [
      'mails a patch that does not compile',
      { ...review, rust: '// error E0499\n' },
      /patched program is refused with E0499, where the task says that it compiles/,
    ],
    ['starts solved', { ...repair, start: 'fn f() {}', solution: '' }, /the start is a solution already/],
    [
      'has a solution that is refused',
      { ...repair, start, solution: '// error E0382\n' },
      /the solution is refused with E0382/,
    ],
    [
      'has a solution that does not hold',
      { ...repair, start, solution: '// fails holds_1\n' },
      /the solution does not hold:\s+f\(\) == 1/,
    ],
    [
      'has a solution with warnings',
      { ...repair, start, solution: '// warning unused_mut\n' },
      /gives warnings/,
    ],
  ]

  it.each(tasks)('%s', async (_what, task, says) => {
    const mistakes = await mistakesOf(task)
    expect(mistakes.join('\n')).toMatch(says)
    expect(mistakes.every((mistake) => mistake.startsWith('drill.yaml, task «cut»'))).toBe(true)
  })
})

async function mistakesOf(task: Task): Promise<string[]> {
  const { proofs } = await proveTasks(createFakeLessonRunner(), 'drill.yaml', [task])
  return proofs.flatMap(({ mistake }) => mistake ?? [])
}

describe('a comment on a patch', () => {
  const patched = { ...review, before: 'let a = lock();\nuse(a);\n', rust: 'use(b);\nuse(a);\n' }
  const prove = async (on: string) => {
    const task = { ...patched, comment: { on, why: 'It is dropped.' } }
    const { proofs } = await proveTasks(createFakeLessonRunner(), 'review.yaml', [task])
    return proofs.flatMap(({ mistake }) => mistake ?? [])
  }

  it('stands at one line that the patch changes', async () => {
    expect(await prove('let a')).toEqual([])
  })

  it.each(['use(a)', 'nothing'])('is refused at «%s», which is none', async (on) => {
    expect(await prove(on)).toEqual([expect.stringMatching(/stands on 0 of the lines/)])
  })
})

import { describe, expect, it } from 'vitest'
import { Tasks } from '#course/tasks/task.ts'

const claim = { ask: 'judge', name: 'b', claim: 'It is small.', verdict: 'open', why: 'So.' }
const edit = { ask: 'complete', name: 'a', start: '___', solution: '1', holds: ['true'], why: 'So.' }

describe('tasks', () => {
  it.each([
    ['two of one name', [edit, edit], /same name/],
    ['a program to complete without a hole', [{ ...edit, start: '1' }], /has no hole/],
    [
      'a program that nothing tells to be solved',
      [{ ...edit, holds: undefined }],
      /either «prints» or «holds»/,
    ],
    ['a program that is measured twice', [{ ...edit, prints: '1' }], /either «prints» or «holds»/],
    ['a name that each object has', [{ ...edit, name: 'constructor' }], /choose another one/],
    [
      'a claim of which a verdict would be wrong without a reason',
      [{ ...claim, instead: { true: 'Who counted?', wrong: 'Who counted?' } }],
      /each of the three other verdicts/,
    ],
    ['a key that no task has', [{ ...edit, because: 'So.' }], /because/],
  ])('refuse %s', (_what, tasks, says) => {
    const result = Tasks.safeParse(tasks)
    expect(result.error?.message).toMatch(says)
  })

  it('take what is as it should be', () => {
    expect(Tasks.safeParse([edit]).success).toBe(true)
  })
})

import { expect, it } from 'vitest'
import { createJournal } from '#playground/backends/runners/journal.ts'

it('a program that begins again is told the same in the same order, and then what is new', () => {
  const journal = createJournal()
  let clock = 0
  const look = () => journal.note(() => (clock += 1))
  expect([look(), look()]).toEqual([1, 2])
  journal.rewind()
  expect([look(), look(), look()]).toEqual([1, 2, 3])
  journal.rewind()
  expect([look(), look(), look(), look()]).toEqual([1, 2, 3, 4])
})

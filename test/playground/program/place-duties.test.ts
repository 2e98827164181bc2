import { expect, it } from 'vitest'
import { placeDuties } from '#playground/program/place-duties.ts'

const given = 'a\nb\nc\nd\n'
const duties = [
  { name: 'first', lines: [1, 2] },
  { name: 'second', lines: [4] },
]

it('in the text as it is given, duties are where it says', () => {
  expect(placeDuties(duties, given, given)).toEqual(duties)
})

it('in an edited text they are where their lines are now; an edited line carries none', () => {
  expect(placeDuties(duties, given, 'new\na\nB\nc\nnew\nd\n')).toEqual([
    { name: 'first', lines: [2] },
    { name: 'second', lines: [6] },
  ])
})

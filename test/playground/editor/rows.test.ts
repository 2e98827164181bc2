import { expect, it } from 'vitest'
import { toRows } from '#playground/editor/rows.ts'

it('lines that are folded have one row together, and those below move up', () => {
  const { count, rowOf, lineOf } = toRows(6, [{ from: 2, to: 4 }])
  expect(count).toBe(4)
  expect([1, 2, 3, 4, 5, 6].map(rowOf)).toEqual([1, undefined, undefined, undefined, 3, 4])
  expect([1, 2, 3, 4].map(lineOf)).toEqual([1, undefined, 5, 6])
})

import { expect, it } from 'vitest'
import { diffLines } from '#playground/program/line-diff.ts'

const drawn = (before: string, after: string) =>
  diffLines(before, after).map(({ kind, text }) => ({ same: ' ', removed: '-', added: '+' })[kind] + text)

it('a changed line is removed and added between the lines that stay', () => {
  expect(drawn('a\nb\nc', 'a\nx\nc')).toEqual([' a', '-b', '+x', ' c'])
})

it('as few lines as can be are removed and added', () => {
  expect(drawn('{\n  a\n}\n{\n  b\n}', '{\n  b\n}')).toHaveLength(6)
  expect(drawn('a\nb', 'new\na\nb\nend')).toEqual(['+new', ' a', ' b', '+end'])
})

it('equal texts have no change, and a last line break is none', () => {
  expect(drawn('a\nb\n', 'a\nb')).toEqual([' a', ' b'])
})

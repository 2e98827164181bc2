import { expect, it } from 'vitest'
import { markPieces } from '#markdown/mark-pieces.ts'

it('cuts a piece where a mark begins and ends', () => {
  const pieces = markPieces(
    [{ text: 'abcdef', column: 1, classes: ['x'] }],
    [{ from: 3, to: 5, className: 'm' }],
  )
  expect(pieces).toEqual([
    { text: 'ab', column: 1, classes: ['x'] },
    { text: 'cd', column: 3, classes: ['x', 'm'] },
    { text: 'ef', column: 5, classes: ['x'] },
  ])
})

it('marks that overlap give both classes where they do', () => {
  const pieces = markPieces(
    [{ text: 'abc', column: 1, classes: [] }],
    [
      { from: 1, to: 3, className: 'm' },
      { from: 2, to: 4, className: 'n' },
    ],
  )
  expect(pieces.map(({ text, classes }) => `${text}:${classes.join('+')}`)).toEqual(['a:m', 'b:m+n', 'c:n'])
})

it('leaves pieces alone that no mark touches', () => {
  const pieces = [{ text: 'abc', column: 1, classes: [] }]
  expect(markPieces(pieces, [{ from: 9, to: 12, className: 'm' }])).toEqual(pieces)
})

import { expect, test } from 'vitest'
import type { Diagnostic, Span } from '#protocol/diagnostic.ts'
import { storyOf } from '#protocol/story.ts'

const span = (line: number, column: number, rest: Partial<Span> = {}): Span => ({
  file: 'main.rs',
  start: { line, column },
  end: { line, column: column + 3 },
  primary: false,
  ...rest,
})

/** As rustc tells a move out of what is borrowed. */
const moved: Diagnostic = {
  severity: 'error',
  code: 'E0505',
  message: 'cannot move out of `buf` because it is borrowed',
  spans: [
    span(4, 10, { primary: true, label: 'move out of `buf` occurs here' }),
    span(3, 18, { label: 'borrow of `buf` occurs here' }),
    span(2, 9, { label: 'binding `buf` declared here' }),
    span(5, 15, { label: 'borrow later used here' }),
  ],
  children: [],
  fixes: [],
}

test('the message stands at the end of the primary line, with its code and its label', () => {
  const { lines } = storyOf([moved], 'main.rs')
  expect(lines.find(({ line }) => line === 4)!.labels).toEqual([
    { text: moved.message, kind: 'primary', severity: 'error', code: 'E0505' },
    { text: 'move out of `buf` occurs here', kind: 'primary', severity: 'error' },
  ])
})

test('every secondary label stands at the end of its own line', () => {
  const { lines } = storyOf([moved], 'main.rs')
  expect(lines.map(({ line, labels }) => [line, labels.at(-1)!.text])).toEqual([
    [2, 'binding `buf` declared here'],
    [3, 'borrow of `buf` occurs here'],
    [4, 'move out of `buf` occurs here'],
    [5, 'borrow later used here'],
  ])
})

test('the rail goes from the loan past the conflict to the last use, and not to the declaration', () => {
  expect(storyOf([moved], 'main.rs').rails).toEqual([{ from: 3, to: 5, severity: 'error' }])
})

test('a diagnostic of one line has no rail', () => {
  expect(storyOf([{ ...moved, spans: [moved.spans[0]!] }], 'main.rs').rails).toEqual([])
})

test('the steps are in the order of the program', () => {
  expect(storyOf([moved], 'main.rs').steps.map(({ line, kind }) => [line, kind])).toEqual([
    [2, 'secondary'],
    [3, 'secondary'],
    [4, 'primary'],
    [5, 'secondary'],
  ])
})

test('spans in libraries and other files are not drawn', () => {
  const elsewhere = [
    span(9, 1, { label: 'in std', external: true }),
    span(9, 1, { label: 'there', file: 'tests.rs' }),
  ]
  const { lines } = storyOf([{ ...moved, spans: [...moved.spans, ...elsewhere] }], 'main.rs')
  expect(lines.some(({ line }) => line === 9)).toBe(false)
})

test('a note with a place is told at its place', () => {
  const children = [
    { severity: 'note' as const, message: 'required by this bound', spans: [span(1, 4, { primary: true })] },
  ]
  const { lines } = storyOf([{ ...moved, children }], 'main.rs')
  expect(lines[0]).toEqual({
    line: 1,
    labels: [{ text: 'required by this bound', kind: 'note', severity: 'note' }],
  })
})

test('a label that only repeats the message is left out', () => {
  const spans = [span(3, 5, { primary: true, label: 'cannot assign twice' })]
  const { lines } = storyOf([{ ...moved, message: 'cannot assign twice to `x`', spans }], 'main.rs')
  expect(lines[0]!.labels.map(({ text }) => text)).toEqual(['cannot assign twice to `x`'])
})

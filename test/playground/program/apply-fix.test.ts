import { expect, it } from 'vitest'
import type { Fix } from '#protocol/diagnostic.ts'
import { applyFix } from '#playground/program/apply-fix.ts'

const edit = (line: number, [from, to]: [number, number], text: string) => ({
  span: { file: 'main.rs', start: { line, column: from }, end: { line, column: to }, primary: true },
  text,
})
const fix = (...edits: Fix['edits']): Fix => ({ title: 'do', edits, applicability: 'MachineApplicable' })

it('all edits of a fix are made, whatever their order', () => {
  const text = 'let a = b;\nuse(a);\n'
  expect(
    applyFix(text, fix(edit(1, [9, 9], '('), edit(1, [10, 10], ')'), edit(2, [5, 6], '&a')), 'main.rs'),
  ).toBe('let a = (b);\nuse(&a);\n')
})

it('columns are UTF-16 units, as in the editor', () => {
  expect(applyFix('"🦀" x', fix(edit(1, [6, 7], 'y')), 'main.rs')).toBe('"🦀" y')
})

it('a fix that touches another file is not for this one', () => {
  const elsewhere = edit(1, [1, 2], 'b')
  elsewhere.span.file = 'tests.rs'
  expect(applyFix('a', fix(edit(1, [1, 2], 'b'), elsewhere), 'main.rs')).toBeUndefined()
})

import { expect, it } from 'vitest'
import { mutate } from '#scripts/mutants/mutate.ts'

const mistakesOf = (solution: string, start = '') =>
  mutate(solution, start).map(({ line, after }) => `${line}: ${after ?? 'gone'}`)

it.each([
  ['another border, and the other direction', 'if a < 1 {', ['if a <= 1 {', 'if a > 1 {']],
  ['numbers beside it', 'let n = 16;', ['let n = 17;', 'let n = 15;']],
  ['no number below zero', 'at(0)', ['at(1)']],
  ['the other end of a range', '4..=7 => x,', ['4..7 => x,', '5..=7 => x,', '4..=8 => x,']],
  ['a condition that always holds or never', 'if f(x) {', ['if true {', 'if false {']],
  ['a statement that is missing', 'count += step;', ['gone', 'count = step;', 'count -= step;']],
  ['a sum that wraps', 'a.checked_add(b)?', ['a.wrapping_add(b)?']],
  ['another error', 'Err(EINVAL)', ['Err(ENOENT)']],
])('makes %s', (_what, line, mistakes) => {
  expect(mistakesOf(line)).toEqual(expect.arrayContaining(mistakes.map((mistake) => `1: ${mistake}`)))
})

it('leaves alone what the start has already, comments, imports and attributes', () => {
  const given = 'if a < b {'
  expect(mistakesOf(`// 1 < 2\nuse kernel::bits;\n#[repr(align(4))]\n    ${given}\n`, given)).toEqual([])
})

it('keeps all other lines, and takes no declaration away', () => {
  const solution = 'fn f() {\n    let n = 1;\n    g(n);\n}\n'
  const [one, none, gone, ...others] = mutate(solution, '')
  expect([one!.text, none!.text]).toEqual([solution.replace('1', '2'), solution.replace('1', '0')])
  expect(gone).toEqual({ line: 3, before: 'g(n);', text: 'fn f() {\n    let n = 1;\n}\n' })
  expect(others).toEqual([])
})

it('never makes the same mutant twice', () => {
  const texts = mutate('a < b && a < b || !(a < b)', '').map(({ text }) => text)
  expect(new Set(texts).size).toBe(texts.length)
})

import { expect, it } from 'vitest'
import { readLabels } from '#scripts/ui-tests/read-labels.ts'

const read = (source: string, ...rows: string[]): string[] => readLabels({ source, rows })

it('a label stands beside its mark', () => {
  expect(read(' let b = a;', '         ^ value moved here')).toEqual(['value moved here'])
})

it('two labels stand in one row if there is room', () => {
  expect(read(' f(a,           b)', '   - lent here  ^ moved here')).toEqual(['lent here', 'moved here'])
})

it('labels hang from their marks', () => {
  const rows = ['  -  -  ^ moved here', '  |  |', '  |  lent here', '  used here']
  expect(read(' f(a, b, c)', ...rows)).toEqual(['moved here', 'lent here', 'used here'])
})

it('two hanging labels share a row', () => {
  const rows = ['  --------  -  ^', '  |         |', '  one       two']
  expect(read(' longname, b, c)', ...rows)).toEqual(['one', 'two'])
})

it('two hanging labels stand below each other if their marks begin in one column', () => {
  expect(read(' name(a)', ' ^^^^---', ' |', ' one', ' two')).toEqual(['one', 'two'])
})

it('the label of several lines is at their end', () => {
  expect(read(' | }', ' |_^ expected `u8`')).toEqual(['expected `u8`'])
  expect(read('||     )', '||_____^ expected integer')).toEqual(['expected integer'])
})

it('the label of several lines hangs from their end', () => {
  expect(read(' | }', ' | ^', ' | |', ' |_one', '   two')).toEqual(['one', 'two'])
})

it('a label may have words that look like marks', () => {
  expect(read(' x;', ' ^ borrow of `a` -- which overlaps with `b` -- occurs here')).toEqual([
    'borrow of `a` -- which overlaps with `b` -- occurs here',
  ])
  expect(read(' x;', ' ^ help: use this: `A { b: _ }`')).toEqual(['help: use this: `A { b: _ }`'])
})

it('a label may have code with a sign that looks like a mark', () => {
  expect(read(' [0; 5_u32 - 6_u32] + some::thing', '     ^^^^^ computes `5 - 6`')).toEqual([
    'computes `5 - 6`',
  ])
})

it('a type that is not known yet is a label', () => {
  expect(read(' f == y', ' - ^^ - _')).toEqual(['_'])
  expect(read(' f == y', ' -    - fn', ' |', ' _')).toEqual(['fn', '_'])
})

it('marks without a label have none', () => {
  expect(read(' f(a)', ' ^^^^')).toEqual([])
  expect(read(' f(a)')).toEqual([])
})

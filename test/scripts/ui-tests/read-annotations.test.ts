import { expect, it } from 'vitest'
import { readAnnotations } from '#scripts/ui-tests/read-annotations.ts'

it('an annotation is for its line, for one above, or for that of the one before', () => {
  expect(readAnnotations('a //~ ERROR one\nb\n//~^^ WARN two\n//~| NOTE three\n//~| four')).toEqual([
    { line: 1, kind: 'error', text: 'one' },
    { line: 1, kind: 'warning', text: 'two' },
    { line: 1, kind: 'note', text: 'three' },
    { line: 1, text: 'four' },
  ])
})

it('an annotation can be for some revisions', () => {
  const source = 'a //[x,y]~ ERROR one\nb //[z]~ HELP two'
  expect(readAnnotations(source, 'y')).toEqual([{ line: 1, kind: 'error', text: 'one' }])
  expect(readAnnotations(source, 'z')).toEqual([{ line: 2, kind: 'help', text: 'two' }])
})

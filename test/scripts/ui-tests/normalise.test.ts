import { expect, it } from 'vitest'
import { normalise } from '#scripts/ui-tests/normalise.ts'

it('folders, places in the library and annotations are put in the form of a .stderr file', () => {
  const text = `  --> /work/a.rs:1:2
LL |     x //~ ERROR moved
  ::: /usr/src/rustc-1.85.1/library/core/src/clone.rs:2:3
`
  expect(normalise(text, [])).toBe(`  --> $DIR/a.rs:1:2
LL |     x
  ::: $SRC_DIR/core/src/clone.rs:LL:COL
`)
})

it('allocations are numbered as they come', () => {
  expect(normalise('alloc17 and alloc4, again alloc17', [])).toBe('ALLOC0 and ALLOC1, again ALLOC0')
})

it.each([
  ['"\\d+ bits" -> "N bits"', '32 bits', 'N bits'],
  ['"(a)(?P<last>b)" -> "${1}x$$$last"', 'ab', 'ax$b'],
  ['"(?s)one.*two" -> "both"', 'one\ntwo', 'both'],
  ['"(unclosed" -> "x"', '(unclosed', '(unclosed'],
])('the rule %s changes «%s» into «%s»', (value, before, after) => {
  expect(normalise(before, [{ name: 'normalize-stderr', value }])).toBe(after)
})

it('a pattern that never comes to an end is given up', () => {
  const text = `${'a'.repeat(40)}!`
  expect(normalise(text, [{ name: 'normalize-stderr', value: '"(a+)+$" -> "x"' }])).toBe(text)
})

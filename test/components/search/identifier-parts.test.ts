import { expect, it } from 'vitest'
import { identifierParts } from '#components/search/identifier-parts.ts'

it.each([
  ['spin_lock_irqsave', ['spin', 'lock', 'irqsave']],
  ['KBox', ['box']],
  ['KVVec::with_capacity', ['kv', 'vec', 'with', 'capacity']],
  ['UserSliceReader', ['user', 'slice', 'reader']],
  ['E0505', ['0505', '505']],
  ['CVE-2016-0728', ['728']],
  ['GFP_KERNEL', ['gfp', 'kernel']],
  ['u8 and i32', ['32']],
  ['a plain sentence', []],
])('«%s» is found by its parts', (text, parts) => {
  expect(identifierParts(text)).toEqual(parts)
})

import { expect, test } from 'vitest'
import { toRanges } from '#components/duty-legend.ts'

test('writes neighbouring lines as a range', () => {
  expect(toRanges([3, 7, 8, 9, 12])).toBe('3, 7–9, 12')
})

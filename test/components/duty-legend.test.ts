import { expect, it } from 'vitest'
import { toRanges } from '#components/kinds/pair/duty-legend.ts'

it('writes neighbouring lines as a range', () => {
  expect(toRanges([3, 7, 8, 9, 12])).toBe('3, 7–9, 12')
})

import { expect, it } from 'vitest'
import { isMet, type Figure } from '#scripts/bench/figure.ts'
import { formatTable } from '#scripts/bench/table.ts'

const figure = (value: number, aim?: Figure['aim']): Figure => ({
  what: `figure ${value}`,
  value,
  unit: 'ms',
  ...(aim && { aim }),
  details: [`how ${value} was had`],
})

it('each figure stands beside its aim, with a mark and its details below', () => {
  const table = formatTable([figure(4, { atMost: 5 }), figure(6, { atMost: 5 })])
  expect(table).toMatch(/figure 4 +4\.0 ms +≤ 5 ms +✓\n +how 4 was had/)
  expect(table).toMatch(/figure 6 +6\.0 ms +≤ 5 ms +✗ missed\n +how 6 was had/)
})

it('the last line names what is missed', () => {
  expect(formatTable([figure(4, { atMost: 5 }), figure(6, { atMost: 5 })])).toMatch(
    /\n1 of 2 aims missed: figure 6\.$/,
  )
  expect(formatTable([figure(4, { atMost: 5 })])).toMatch(/\nAll 1 aims are met\.$/)
})

it('a figure without an aim is neither met nor missed', () => {
  expect(isMet(figure(1))).toBeUndefined()
  expect(formatTable([figure(1)])).not.toMatch(/✓|✗/)
})

it('what is shown is what is judged', () => {
  expect(isMet(figure(5.04, { atMost: 5 }))).toBe(true)
  expect(isMet(figure(5.06, { atMost: 5 }))).toBe(false)
  expect(isMet(figure(4.94, { atLeast: 5 }))).toBe(false)
})

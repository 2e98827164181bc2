import { expect, it } from 'vitest'
import { describeProgress } from '#scripts/toolroom-progress.ts'

it.each([
  [undefined, ' 42 %  Building'],
  [3, ' 42 %  Building, 10 seconds left'],
  [62, ' 42 %  Building, 60 seconds left'],
  [92, ' 42 %  Building, 2 minutes left'],
  [440, ' 42 %  Building, 7 minutes left'],
])('Progress with %s seconds left is told without false precision', (secondsLeft, said) => {
  const status = { state: 'preparing', percent: 42, step: 'Building' } as const
  expect(describeProgress({ ...status, ...(secondsLeft !== undefined && { secondsLeft }) })).toBe(said)
})

import { expect, it } from 'vitest'
import { toState } from '#components/progress/show-path.ts'

const at = '2026-11-01T10:00:00.000Z'

it.each([
  [{}, 0, 'new'],
  [{}, 1, 'begun'],
  [{ hints: 1 }, 0, 'begun'],
  [{ readAt: at }, 2, 'read'],
  [{ readAt: at, shownAt: at }, 0, 'shown'],
  [{ readAt: at, shownAt: at, solvedAt: at }, 0, 'solved'],
] as const)('of %o with %i right answers a lesson is %s', (progress, right, state) => {
  expect(toState(progress, right)).toBe(state)
})

import { expect, it } from 'vitest'
import { isShown, isSolved, mergeProgress } from '#playground/storage/progress.ts'

it('the first time that a lesson was solved counts', () => {
  const early = { a: { solvedAt: '2026-11-01T10:00:00.000Z' } }
  const late = { a: { solvedAt: '2026-11-03T10:00:00.000Z' }, b: { solvedAt: '2026-11-02T10:00:00.000Z' } }
  expect(mergeProgress(early, late)).toEqual({ ...late, ...early })
  expect(mergeProgress(late, early)).toEqual({ ...late, ...early })
})

it('a solution that was shown before the exercise was solved is noted apart, one that was shown after is not', () => {
  const [first, second] = ['2026-11-01T10:00:00.000Z', '2026-11-01T11:00:00.000Z']
  expect(mergeProgress({ a: { shownAt: first } }, { a: { solvedAt: second } })).toEqual({
    a: { shownAt: first, solvedAt: second },
  })
  expect(mergeProgress({ a: { solvedAt: first } }, { a: { shownAt: second } })).toEqual({
    a: { solvedAt: first },
  })
})

it('whose solution was only shown is not solved', () => {
  const progress = { a: { shownAt: '2026-11-01T10:00:00.000Z' } }
  expect([isSolved(progress, 'a'), isShown(progress, 'a'), isSolved(progress, 'b')]).toEqual([
    false,
    true,
    false,
  ])
})

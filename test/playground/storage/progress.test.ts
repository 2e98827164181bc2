import { expect, it } from 'vitest'
import { mergeProgress } from '#playground/storage/progress.ts'

it('the first time that a lesson was solved counts', () => {
  const early = { a: { solvedAt: '2026-11-01T10:00:00.000Z' } }
  const late = { a: { solvedAt: '2026-11-03T10:00:00.000Z' }, b: { solvedAt: '2026-11-02T10:00:00.000Z' } }
  expect(mergeProgress(early, late)).toEqual({ ...late, ...early })
  expect(mergeProgress(late, early)).toEqual({ ...late, ...early })
})

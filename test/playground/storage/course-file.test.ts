import { expect, it } from 'vitest'
import {
  conflictsOf,
  mergeWork,
  parseCourseFile,
  toCourseFile,
  type Work,
} from '#playground/storage/course-file.ts'

const work: Work = {
  progress: { 'ownership/a': { solvedAt: '2026-11-01T10:00:00.000Z' } },
  code: { 'ownership/a': { text: 'fn main() {}', savedAt: '2026-11-01T09:59:00.000Z' } },
}

it('what was exported can be imported', () => {
  expect(parseCourseFile(toCourseFile(work))).toMatchObject({ kind: 'work', work })
})

it.each([
  ['hello', /not JSON/],
  ['{"a": 1}', /not an export of No Oops: course/],
  [JSON.stringify({ ...JSON.parse(toCourseFile(work)), progress: { a: {} } }), /progress › a › solvedAt/],
])('%s is refused with a reason', (text, reason) => {
  expect(parseCourseFile(text)).toEqual({ kind: 'wrong', why: expect.stringMatching(reason) })
})

it('only code that differs on both sides is a conflict', () => {
  const other = {
    ...work,
    code: { ...work.code, 'ownership/b': { text: 'b', savedAt: '2026-11-02T00:00:00.000Z' } },
  }
  expect(conflictsOf(work, other)).toEqual([])
  expect(conflictsOf(work, { ...work, code: { 'ownership/a': { text: 'other', savedAt: '' } } })).toEqual([
    'ownership/a',
  ])
})

it('an import adds; it never takes away', () => {
  const file = { progress: {}, code: { 'ownership/b': { text: 'b', savedAt: '2026-11-02T00:00:00.000Z' } } }
  for (const theirs of [true, false]) {
    expect(mergeWork(work, file, theirs)).toEqual({
      progress: work.progress,
      code: { ...work.code, ...file.code },
    })
  }
})

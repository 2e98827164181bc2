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
  answers: {
    'ownership/a': {
      predicted: { firstRight: true, done: true, given: '31', at: '2026-11-01T09:00:00.000Z' },
    },
  },
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
  const file = {
    progress: {},
    answers: {},
    code: { 'ownership/b': { text: 'b', savedAt: '2026-11-02T00:00:00.000Z' } },
  }
  for (const theirs of [true, false]) {
    expect(mergeWork(work, file, theirs)).toEqual({
      progress: work.progress,
      answers: work.answers,
      code: { ...work.code, ...file.code },
    })
  }
})

it('the file tells what was solved from what was only shown', () => {
  const shown = {
    progress: { 'ownership/b': { shownAt: '2026-11-01T10:00:00.000Z' } },
    answers: {},
    code: {},
  }
  expect(JSON.parse(toCourseFile(shown))).toMatchObject({ progress: shown.progress })
  expect(parseCourseFile(toCourseFile(shown))).toMatchObject({ kind: 'work', work: shown })
})

it('a file from before there were answers in it can be imported', () => {
  const { answers: _, ...before } = JSON.parse(toCourseFile(work)) as Record<string, unknown>
  expect(parseCourseFile(JSON.stringify(before))).toMatchObject({ kind: 'work', work: { answers: {} } })
})

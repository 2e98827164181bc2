import { expect, it } from 'vitest'
import { parseCourseFile, toCourseFile } from '#playground/storage/work/course-file.ts'
import { differingFiles, mergeWork, type Work } from '#playground/storage/work/work.ts'

const work: Work = {
  progress: { 'ownership/a': { solvedAt: '2026-11-01T10:00:00.000Z' } },
  answers: {
    'ownership/a': {
      predicted: { firstRight: true, done: true, given: '31', at: '2026-11-01T09:00:00.000Z' },
    },
  },
  code: { 'ownership/a': { text: 'fn main() {}', savedAt: '2026-11-01T09:59:00.000Z' } },
  log: [{ id: '1', at: '2026-11-01T10:00:00.000Z', lesson: 'ownership/a', kind: 'solved', hints: 1 }],
  replaced: [],
}

const nothing: Work = { progress: {}, answers: {}, code: {}, log: [], replaced: [] }

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

it('only code that is not the same on both sides differs', () => {
  const other = {
    ...work,
    code: { ...work.code, 'ownership/b': { text: 'b', savedAt: '2026-11-02T00:00:00.000Z' } },
  }
  expect(differingFiles(work, other)).toEqual([])
  expect(differingFiles(work, { ...work, code: { 'ownership/a': { text: 'other', savedAt: '' } } })).toEqual([
    'ownership/a',
  ])
})

it('an import adds; it never takes away', () => {
  const file = {
    ...nothing,
    code: { 'ownership/b': { text: 'b', savedAt: '2026-11-02T00:00:00.000Z' } },
  }
  expect(mergeWork(work, file)).toEqual({ ...work, code: { ...work.code, ...file.code } })
})

it('the file tells what was solved from what was only shown', () => {
  const shown = {
    ...nothing,
    progress: { 'ownership/b': { shownAt: '2026-11-01T10:00:00.000Z' } },
  }
  expect(JSON.parse(toCourseFile(shown))).toMatchObject({ progress: shown.progress })
  expect(parseCourseFile(toCourseFile(shown))).toMatchObject({ kind: 'work', work: shown })
})

it('a file from before there was a log in it can be imported, and its log is made from the rest', () => {
  const { progress, code, exportedAt } = JSON.parse(toCourseFile(work)) as Record<string, unknown>
  const before = { course: 'no-oops', version: 1, exportedAt, progress, code }
  expect(parseCourseFile(JSON.stringify(before))).toMatchObject({
    kind: 'work',
    work: { answers: {}, log: [{ kind: 'solved', lesson: 'ownership/a' }] },
  })
})

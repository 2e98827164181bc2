import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  conflictsOf,
  mergeWork,
  parseCourseFile,
  toCourseFile,
  type Work,
} from '#playground/storage/course-file.ts'

const anyName = fc
  .oneof(fc.constantFrom('ownership/a', 'ownership/b', 'constructor', 'toString', ''), fc.string())
  .filter((name) => name !== '__proto__')
const anyTime = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const anyLesson = fc.oneof(
  fc.record({ solvedAt: anyTime }),
  fc.record({ shownAt: anyTime }),
  fc.tuple(anyTime, anyTime).map((times) => {
    const [shownAt, solvedAt] = times.toSorted()
    return { shownAt: shownAt!, solvedAt: solvedAt! }
  }),
)
const anyAnswer = fc.record(
  { firstRight: fc.boolean(), done: fc.boolean(), given: fc.string(), at: anyTime },
  { requiredKeys: ['firstRight', 'done', 'at'] },
)
const few = { maxKeys: 5, noNullPrototype: true } as const
const anyWork: fc.Arbitrary<Work> = fc.record({
  progress: fc.dictionary(anyName, anyLesson, few),
  answers: fc.dictionary(anyName, fc.dictionary(anyName, anyAnswer, few), few),
  code: fc.dictionary(anyName, fc.record({ text: fc.string(), savedAt: anyTime }), few),
})

it('any work that is exported can be imported as it was', () => {
  fc.assert(
    fc.property(anyWork, (work) => {
      expect(parseCourseFile(toCourseFile(work))).toEqual({
        kind: 'work',
        work: expect.objectContaining(work),
      })
    }),
  )
})

it('any other file is refused in a sentence', () => {
  const almost = fc.tuple(anyWork, fc.constantFrom('course', 'version', 'progress', 'code'), fc.jsonValue())
  const anyText = fc.oneof(
    fc.string(),
    fc.json(),
    almost.map(([work, key, value]) => JSON.stringify({ ...JSON.parse(toCourseFile(work)), [key]: value })),
  )
  fc.assert(
    fc.property(anyText, (text) => {
      const parsed = parseCourseFile(text)
      if (parsed.kind === 'wrong') expect(parsed.why).toMatch(/^This file is not .* Nothing was changed\.$/s)
    }),
  )
})

it('an import loses nothing of what is there, twice the same changes nothing, and only what both have can differ', () => {
  fc.assert(
    fc.property(anyWork, anyWork, fc.boolean(), (own, file, theirs) => {
      const merged = mergeWork(own, file, theirs)
      for (const part of ['progress', 'answers', 'code'] as const)
        expect(Object.keys(merged[part])).toEqual(expect.arrayContaining(Object.keys(own[part])))
      expect(mergeWork(merged, file, theirs)).toEqual(merged)
      for (const slug of conflictsOf(own, file)) expect(Object.hasOwn(own.code, slug)).toBe(true)
    }),
  )
})

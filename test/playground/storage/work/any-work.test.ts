import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseCourseFile, toCourseFile } from '#playground/storage/work/course-file.ts'
import { differingFiles, mergeWork, type Work } from '#playground/storage/work/work.ts'

const anyName = fc
  .oneof(fc.constantFrom('ownership/a', 'ownership/b', 'constructor', 'toString', ''), fc.string())
  .filter((name) => name !== '__proto__')
const anyTime = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const anyLesson = fc.oneof(
  fc.record({ solvedAt: anyTime }),
  fc.record({ shownAt: anyTime }),
  fc.record({ readAt: anyTime, hints: fc.integer({ min: 1, max: 3 }) }),
  fc.tuple(anyTime, anyTime).map((times) => {
    const [shownAt, solvedAt] = times.toSorted()
    return { shownAt: shownAt!, solvedAt: solvedAt! }
  }),
)
const anyAnswer = fc.record(
  { firstRight: fc.boolean(), done: fc.boolean(), given: fc.string(), at: anyTime },
  { requiredKeys: ['firstRight', 'done', 'at'] },
)
const anyId = fc.string({ minLength: 1, maxLength: 400 })
const anyEntry = fc
  .tuple(
    fc.record({ id: anyId, at: anyTime, lesson: fc.string({ maxLength: 200 }) }),
    fc.oneof(
      fc.constantFrom(
        { kind: 'read' as const },
        { kind: 'shown' as const },
        { kind: 'solved' as const, hints: 2 },
      ),
      fc.record({ kind: fc.constant('answered' as const), task: fc.string(), right: fc.boolean() }),
    ),
  )
  .map(([entry, event]) => ({ ...entry, ...event }))
const few = { maxKeys: 5, noNullPrototype: true } as const
const anyWork: fc.Arbitrary<Work> = fc.record({
  progress: fc.dictionary(anyName, anyLesson, few),
  answers: fc.dictionary(anyName, fc.dictionary(anyName, anyAnswer, few), few),
  code: fc.dictionary(anyName, fc.record({ text: fc.string(), savedAt: anyTime }), few),
  log: fc.uniqueArray(anyEntry, { selector: ({ id }) => id, maxLength: 5 }),
  replaced: fc.uniqueArray(
    fc.record({ id: anyId, file: fc.string({ maxLength: 300 }), text: fc.string(), savedAt: anyTime }),
    { selector: ({ id }) => id, maxLength: 5 },
  ),
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
  const almost = fc.tuple(
    anyWork,
    fc.constantFrom('course', 'version', 'progress', 'code', 'log'),
    fc.jsonValue(),
  )
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

it('an import loses nothing of either, and twice the same changes nothing', () => {
  fc.assert(
    fc.property(anyWork, anyWork, (own, file) => {
      const merged = mergeWork(own, file)
      for (const part of ['progress', 'answers', 'code'] as const)
        expect(Object.keys(merged[part])).toEqual(
          expect.arrayContaining([...Object.keys(own[part]), ...Object.keys(file[part])]),
        )
      const ids = (work: Work) => work.log.map(({ id }) => id)
      expect(ids(merged)).toEqual(expect.arrayContaining([...ids(own), ...ids(file)]))
      expect(mergeWork(merged, file)).toEqual(merged)
      for (const name of differingFiles(own, file)) {
        const kept = [merged.code[name]!, ...merged.replaced].map(({ text }) => text)
        expect(kept).toEqual(expect.arrayContaining([own.code[name]!.text, file.code[name]!.text]))
      }
    }),
  )
})

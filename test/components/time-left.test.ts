import { expect, it } from 'vitest'
import { describeTimeLeft, toTimeLeft } from '#components/reader/time-left.ts'

const lesson = (slug: string, chapter: string, minutes: number) => ({
  ...{ slug, chapter, minutes, number: slug, title: slug },
})
const lessons = [lesson('a1', 'A', 20), lesson('a2', 'A', 30), lesson('a3', 'A', 45), lesson('b1', 'B', 10)]
const solved = { solvedAt: '2026-11-01T10:00:00.000Z' }

it('is what is not read of the lesson, and the lessons of the chapter that are not done', () => {
  expect(toTimeLeft(lessons, lessons[0]!, { share: 0.5, progress: { a2: solved } })).toEqual({
    lesson: 10,
    chapter: 55,
  })
})

it('is nothing of a lesson that is done', () => {
  expect(toTimeLeft(lessons, lessons[2]!, { share: 0, progress: { a3: solved } })).toEqual({
    lesson: 0,
    chapter: 0,
  })
})

it.each([
  [{ lesson: 18, chapter: 93 }, ['18 min left', '1 h 35 min in the chapter']],
  [{ lesson: 20, chapter: 95 }, ['20 min left', '1 h 35 min in the chapter']],
  [{ lesson: 3.2, chapter: 3.2 }, ['4 min left', '']],
  [{ lesson: 0, chapter: 60 }, ['', '1 h in the chapter']],
  [{ lesson: 0, chapter: 0 }, ['', '']],
])('%o is said in words', (left, words) => {
  expect(Object.values(describeTimeLeft(left))).toEqual(words)
})

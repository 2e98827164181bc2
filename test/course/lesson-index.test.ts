import { expect, it } from 'vitest'
import { indexVersion, LessonIndex, toLessonIndex } from '#course/lesson-index.ts'
import { readCourse } from '#course/read-course.ts'
import { lessonFiles } from './lesson-files.ts'

it('lists a lesson with all by which it can be named and chosen', () => {
  const index = toLessonIndex(readCourse(lessonFiles()))
  expect(LessonIndex.parse(index)).toEqual({
    version: indexVersion,
    lessons: [
      {
        ...{ slug: 'ownership/borrow-deadline', number: '3.2', title: 'A pointer with a deadline' },
        ...{ chapter: 'Ownership', minutes: 20, target: 'userspace' },
      },
    ],
  })
})

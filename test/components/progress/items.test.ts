import { expect, it } from 'vitest'
import { findItem } from '#components/progress/find-item.ts'
import { listItems } from '#components/progress/items.ts'
import { readCourse } from '#course/read-course.ts'
import { lessonFiles } from '../../course/lesson-files.ts'

it('lists the tasks and questions of a course, each where it stands', () => {
  const lessons = readCourse(lessonFiles()).flatMap(({ lessons }) => lessons)
  expect(listItems(lessons)).toEqual([
    {
      ...{ slug: 'ownership/borrow-deadline', number: '3.2', title: 'A pointer with a deadline' },
      items: [
        { name: 'question-1', words: 'Why 1?' },
        { name: 'question-2', words: 'Why 2?' },
      ],
    },
  ])
})

it('what the course has no longer is not found', () => {
  const lessons = [{ slug: 'a/b', number: '1.1', title: 'B', items: [{ name: 'cast', words: 'Casts' }] }]
  expect(findItem(lessons, 'a/b#cast')).toEqual({
    words: 'Casts',
    lesson: '1.1 B',
    href: '/a/b/?revisit=cast#cast',
  })
  expect(findItem(lessons, 'a/b#gone')).toBeUndefined()
  expect(findItem(lessons, 'a/gone#cast')).toBeUndefined()
})

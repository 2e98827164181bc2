import { expect, it } from 'vitest'
import { toLessonData } from '#components/to-course-data.ts'
import type { Lesson } from '#course/lesson.ts'

it('tells a search engine of a lesson: name, kind, language, and time as ISO 8601', () => {
  const meta = {
    title: 'Pinning',
    summary: 'What `Pin` takes away',
    minutes: 20,
    objectives: ['Explain Pin'],
    language: 'de',
  }
  const lesson = { meta, kind: 'pair', number: '6.3' } as unknown as Lesson
  expect(toLessonData(lesson)).toMatchObject({
    '@type': 'LearningResource',
    name: 'Pinning',
    description: 'What Pin takes away',
    learningResourceType: 'pair',
    timeRequired: 'PT20M',
    inLanguage: 'de',
    isPartOf: { '@type': 'Course' },
  })
})

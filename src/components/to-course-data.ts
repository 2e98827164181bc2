import type { ChapterOfLessons, Lesson } from '#course/lesson.ts'

const course = {
  '@type': 'Course',
  name: 'No Oops: Rust in the Linux kernel',
  description:
    'An interactive course on Rust in the Linux kernel for people who write C drivers, with the real compiler and the real kernel.',
  inLanguage: 'en',
  isAccessibleForFree: true,
  provider: { '@type': 'Organization', name: 'No Oops' },
}

/** The course in the words of schema.org, with its chapters; `minutes` is the time for all of it. */
export function toCourseData(chapters: readonly ChapterOfLessons[], minutes: number): object {
  return {
    '@context': 'https://schema.org',
    ...course,
    educationalLevel: 'Intermediate',
    teaches: chapters.map(({ title }) => title),
    hasCourseInstance: {
      '@type': 'CourseInstance',
      courseMode: 'Online',
      courseWorkload: toDuration(minutes),
    },
  }
}

/** A lesson in the words of schema.org. */
export function toLessonData({ meta, kind, number }: Lesson): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    name: meta.title,
    description: meta.summary.replaceAll('`', ''),
    position: number,
    learningResourceType: kind,
    timeRequired: toDuration(meta.minutes),
    teaches: meta.objectives,
    inLanguage: meta.language,
    isAccessibleForFree: true,
    isPartOf: { '@type': course['@type'], name: course.name },
  }
}

/** As ISO 8601 has it, such as «PT25M». */
function toDuration(minutes: number): string {
  return `PT${minutes}M`
}

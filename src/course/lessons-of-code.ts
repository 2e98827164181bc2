import type { Lesson } from './lesson.ts'

/** The lessons that teach an error code: first whose start is refused with it, then who know it as a wrong answer. */
export function lessonsOfCode(lessons: Lesson[], code: string): Lesson[] {
  const byStart = lessons.filter(({ meta }) => meta.expect === code)
  const byAnswer = lessons.filter(
    (lesson) => !byStart.includes(lesson) && wrongAnswers(lesson).some((name) => name.startsWith(`${code}-`)),
  )
  return [...byStart, ...byAnswer]
}

function wrongAnswers({ exercise }: Lesson): string[] {
  return Object.keys(exercise.wrong)
}

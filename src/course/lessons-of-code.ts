import { kinds } from './kinds/kinds.ts'
import type { Lesson } from './lesson.ts'

/** The lessons that teach an error code: first those that are about it, then who show it besides. */
export function lessonsOfCode(lessons: Lesson[], code: string): Lesson[] {
  const teaching = lessons.filter((lesson) => codesOf(lesson).includes(code))
  const isAbout = (lesson: Lesson) => codesOf(lesson)[0] === code
  return [...teaching.filter(isAbout), ...teaching.filter((lesson) => !isAbout(lesson))]
}

/** What refuses programs of a lesson, such as `E0505`: what it is about first. */
export function codesOf(lesson: Lesson): string[] {
  const codes: (lesson: never) => string[] = kinds[lesson.kind].codes
  return codes(lesson as never)
}

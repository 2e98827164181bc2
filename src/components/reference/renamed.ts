import { readRecordedErrors, readRenamed, type RecordedErrors, type RenamedEntry } from '#course/renamed.ts'
import type { LessonLink } from '#course/explained-code.ts'
import { lessons } from '../course.ts'
import { lessonFiles } from '../lesson-files.ts'
import { sitePath } from '#protocol/site-path.ts'

/** What took the place of old APIs, in the order of the file. */
export const renamed: RenamedEntry[] = readRenamed(lessonFiles)

/** What the compilers said of the old programs. */
export const renamedErrors: RecordedErrors = readRecordedErrors(lessonFiles)

/** The lesson that a row of a reference names; `verify` finds it missing where it is not there. */
export function lessonOfRow({ lesson }: { lesson?: string | undefined }): LessonLink | undefined {
  const found = lessons.find(({ slug }) => slug === lesson)
  return found && { href: sitePath(`/${found.slug}/`), title: found.meta.title, number: found.number }
}

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CourseError } from '#course/course-error.ts'
import { readLessonFiles } from '../verify/read-lesson-files.ts'
import { listSiblings, withSource } from './find-drift.ts'

/** Writes into the siblings whose paths begin so that they say what their English files say now. */
export async function markTranslated(lessons: string, start: string): Promise<number> {
  const files = await readLessonFiles(lessons)
  const siblings = listSiblings(files).filter(({ path }) => path.startsWith(start))
  if (siblings.length === 0)
    throw new CourseError(
      `No translation begins with lessons/${start}. Name a file, as in 03-ownership/02-borrow-deadline/hints.de.yaml.`,
    )
  for (const { path, source } of siblings)
    await writeFile(join(lessons, path), withSource(files[path]!, files[source]!))
  console.log(`${siblings.length} files say that they are translated from the English text of today.`)
  return 0
}

import { Recorded } from '#course/parts.ts'
import { readCourse } from '#course/read-course.ts'
import { readGlossary } from '#course/words/read-words.ts'
import { verifyLesson } from '#scripts/verify/verify-lesson.ts'
import { folder } from '../../course/lesson-files.ts'
import { agreeingChecks, createFakeLessonRunner, fakeTree } from './fake-lesson-runner.ts'

/** Verifies the lesson that these files are, by the fake workshop. */
export async function verify(files: Record<string, string>) {
  const pages = { slugs: ['ownership/borrow-deadline'], codes: ['E0505'] }
  const parts = { runner: createFakeLessonRunner(), tree: fakeTree, checks: agreeingChecks }
  const context = { ...parts, pages, glossary: readGlossary(files) }
  const { proofs, recorded } = await verifyLesson(
    context,
    readCourse(files)[0]!.lessons[0]!,
    files[`${folder}/lesson.mdx`]!,
  )
  const mistakes = proofs.flatMap(({ mistake }) => mistake ?? [])
  return { proofs, mistakes, recorded: Recorded.parse(recorded) }
}

/** The mistakes alone; none where all promises are kept. */
export async function mistakesIn(files: Record<string, string>): Promise<string[]> {
  return (await verify(files)).mistakes
}

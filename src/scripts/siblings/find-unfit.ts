import { CourseError } from '#course/course-error.ts'
import { readCourse } from '#course/read-course.ts'
import { layOverSiblings } from '#course/siblings/lay-over-siblings.ts'
import type { Sibling } from '#course/siblings/sibling-path.ts'

/** Lists what keeps siblings from being laid over their English files, for each lesson apart from the others. */
export function findUnfit(files: Record<string, string>, siblings: Sibling[]): string[] {
  const languages = new Set(siblings.map(({ language }) => language))
  return [...languages].flatMap((language) => {
    const folders = new Set(siblings.filter((of) => of.language === language).map(folderOf))
    const unfit = [...folders].flatMap((folder) =>
      mistakeOf(() => layOverSiblings(filesBelow(files, folder), language)),
    )
    return unfit.length > 0 ? unfit : mistakeOf(() => readCourse(files, language))
  })
}

/** Of its lesson, or of its chapter's files. */
function folderOf({ path }: Sibling): string {
  const [chapter, lesson, ...within] = path.split('/')
  return within.length > 0 ? `${chapter}/${lesson}/` : `${chapter}/chapter.`
}

function filesBelow(files: Record<string, string>, start: string): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith(start)))
}

function mistakeOf(read: () => unknown): string[] {
  try {
    read()
    return []
  } catch (error) {
    if (error instanceof CourseError) return [error.message]
    throw error
  }
}

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CourseError } from '#course/course-error.ts'
import type { Lesson } from '#course/lesson.ts'
import { Recorded } from '#course/parts.ts'
import { readCourse } from '#course/read-course.ts'
import type { Counts } from '../steps.ts'
import { sumCounts } from '../steps.ts'
import type { Proof } from './proof.ts'
import { keepOldBoots, proveRecorded } from './prove-recorded.ts'
import { listLessons, readLessonFiles } from './read-lesson-files.ts'
import { type Bench, verifyLesson } from './verify-lesson.ts'

export interface CourseToVerify {
  /** Folder of the lessons. */
  folder: string
  /** Beginnings of lesson folders, such as `03-ownership/02`; none is all. */
  only: string[]
  /** Writes `recorded.json` instead of comparing it. */
  record: boolean
}

/** Proves the lessons side by side and prints the result of each, in reading order. */
export async function verifyCourse(bench: Omit<Bench, 'slugs'>, course: CourseToVerify): Promise<Counts> {
  const files = await readLessonFiles(course.folder)
  const all = listLessons(files)
  const slugs = all.map((folder) => folder.replaceAll(/(^|\/)\d+-/g, '$1'))
  const chosen = all.filter(
    (folder) => course.only.length === 0 || course.only.some((start) => folder.startsWith(start)),
  )
  if (chosen.length === 0)
    throw new CourseError(
      `No lesson begins with ${course.only.join(' or ') || 'anything'}. Name its folder, as in 03-ownership/02.`,
    )
  const verified = chosen.map((folder) => verifyFolder({ ...bench, slugs }, course, { folder, files }))
  const counts: Counts[] = []
  for (const [index, proofs] of verified.entries()) counts.push(print(chosen[index]!, await proofs))
  return sumCounts(counts)
}

interface Folder {
  folder: string
  files: Record<string, string>
}

async function verifyFolder(
  bench: Bench,
  course: CourseToVerify,
  { folder, files }: Folder,
): Promise<Proof[]> {
  try {
    const lesson = readLesson(files, folder)
    const { proofs, recorded } = await verifyLesson(bench, lesson, files[`${folder}/lesson.mdx`]!)
    if (!course.record) return [...proofs, proveRecorded(lesson, recorded)]
    await record(join(course.folder, folder), keepOldBoots(recorded, lesson.recorded))
    return proofs
  } catch (error) {
    if (!(error instanceof CourseError)) throw error
    return [{ claim: 'can be read', mistake: error.message }]
  }
}

/** Reads one lesson apart from the others, so that a mistake in one does not hide the rest. */
function readLesson(files: Record<string, string>, folder: string): Lesson {
  const chapter = folder.split('/')[0]!
  const own = Object.entries(files).filter(
    ([path]) => path.startsWith(`${folder}/`) || path === `${chapter}/chapter.yaml`,
  )
  const [read] = readCourse(Object.fromEntries(own))
  if (!read)
    throw new CourseError(`${chapter}/chapter.yaml is missing. Write one with «title» and «summary».`)
  return read.lessons[0]!
}

async function record(folder: string, recorded: Recorded): Promise<void> {
  await writeFile(
    join(folder, 'recorded.json'),
    `${JSON.stringify(Recorded.parse(recorded), undefined, 2)}\n`,
  )
}

function print(folder: string, proofs: Proof[]): Counts {
  const mistakes = proofs.flatMap(({ mistake }) => mistake ?? [])
  const passed = proofs.length - mistakes.length
  console.log(`${mistakes.length > 0 ? '✗' : '✓'} ${folder}  ${passed} of ${proofs.length} proven`)
  for (const mistake of mistakes) console.log(`    ${mistake.replaceAll('\n', '\n    ')}`)
  return { passed, failed: mistakes.length }
}

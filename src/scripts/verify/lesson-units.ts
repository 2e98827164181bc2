import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CourseError } from '#course/course-error.ts'
import { kinds } from '#course/kinds/kinds.ts'
import type { Lesson } from '#course/lesson.ts'
import type { CommonRecord } from '#course/parts.ts'
import { readCourse } from '#course/read-course.ts'
import type { Proof } from './proof.ts'
import { retainOldBoots, proveRecorded } from './prove-recorded.ts'
import { listLessons } from './read-lesson-files.ts'
import { proveSiblings } from './prove-siblings.ts'
import { proveShell } from './prove-shell.ts'
import { proveTrials } from './trials/prove-trials.ts'
import type { Unit, UnitsToMake } from './unit.ts'
import { verifyLesson } from './verify-lesson.ts'

/** Makes a unit of each lesson. */
export function toLessonUnits(job: UnitsToMake): Unit[] {
  return listLessons(job.files).map((folder) => ({ name: folder, verify: () => verifyFolder(job, folder) }))
}

async function verifyFolder({ context, course, files }: UnitsToMake, folder: string): Promise<Proof[]> {
  const own = filesOf(files, folder)
  const lesson = readLesson(own, folder)
  const { proofs, recorded } = await verifyLesson(context, lesson, files[`${folder}/lesson.mdx`]!)
  const shell = await proveShell(context.runner, lesson, files[`${folder}/shell.cast`])
  const trials = await proveTrials(context, lesson, files[`${folder}/trials.json`])
  const recordedProofs = [...shell.proofs, ...trials.proofs, proveRecorded(lesson, recorded)]
  if (!course.record) return [...proofs, ...recordedProofs, ...proveSiblings(own, folder)]
  if (shell.cast !== undefined) await writeFile(join(course.folder, folder, 'shell.cast'), shell.cast)
  if (trials.trials !== undefined) await writeFile(join(course.folder, folder, 'trials.json'), trials.trials)
  const seen = kinds[lesson.kind].record.parse(recorded)
  await record(join(course.folder, folder), retainOldBoots(seen, lesson.recorded))
  return proofs
}

/** What one lesson is read from, apart from the others, so that a mistake in one does not hide the rest. */
function filesOf(files: Record<string, string>, folder: string): Record<string, string> {
  const chapter = folder.split('/')[0]!
  const own = Object.entries(files).filter(
    ([path]) =>
      path.startsWith(`${folder}/`) ||
      path.startsWith('shared/') ||
      path.startsWith(`${chapter}/shared/`) ||
      path === `${chapter}/chapter.yaml` ||
      isPooled(path),
  )
  return Object.fromEntries(own)
}

function readLesson(own: Record<string, string>, folder: string): Lesson {
  const [read] = readCourse(own)
  if (!read)
    throw new CourseError(
      `${folder.split('/')[0]}/chapter.yaml is missing. Write one with «title» and «summary».`,
    )
  return read.lessons[0]!
}

/** What a recall takes from other lessons. */
function isPooled(path: string): boolean {
  return /\/((drill|questions)\.yaml|(start|solution|c)\/[^/]+)$/.test(path)
}

async function record(folder: string, recorded: CommonRecord): Promise<void> {
  await writeFile(join(folder, 'recorded.json'), `${JSON.stringify(recorded, undefined, 2)}\n`)
}

import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CourseError } from '#course/course-error.ts'
import { readMarkers } from '#course/duties.ts'
import { applyWrongPatch, toWrongPatch, type Bases } from '#course/wrong-patch.ts'
import { readLessonFiles } from '../verify/read-lesson-files.ts'

/** Writes a wrong answer that is a patch, such as `03-ownership/02-…/wrong/E0505-x.patch`, as a whole program in its place. */
export async function openWrong(lessons: string, path: string): Promise<number> {
  const files = await readLessonFiles(lessons)
  const patch = files[path]
  if (patch === undefined || !path.endsWith('.patch'))
    throw new CourseError(
      `There is no lessons/${path}. Name a patch, as in 03-ownership/02-borrow-deadline/wrong/E0505-x.patch.`,
    )
  const { bases } = readBases(files, path.split('/wrong/')[0]!)
  const opened = path.replace(/patch$/, 'rs')
  await writeFile(join(lessons, opened), applyWrongPatch(path, patch, bases))
  await rm(join(lessons, path))
  console.log(
    `lessons/${opened} is the whole program. Edit it; npm run lesson -- close makes the patch again.`,
  )
  return 0
}

/** Makes patches of the wrong answers of lessons whose folders begin so; one that would not be shorter stays as it is. */
export async function closeWrong(lessons: string, start: string): Promise<number> {
  const files = await readLessonFiles(lessons)
  const wrong = Object.keys(files).filter(
    (path) => path.startsWith(start) && /\/wrong\/[^/]+\.rs$/.test(path),
  )
  if (wrong.length === 0)
    throw new CourseError(`No wrong answer of a lesson that begins with ${start} is a whole program.`)
  for (const path of wrong) await close(lessons, files, path)
  return 0
}

async function close(lessons: string, files: Record<string, string>, path: string): Promise<void> {
  const { root, bases } = readBases(files, path.split('/wrong/')[0]!)
  const program = readMarkers(files[path]!).text
  const patch = toWrongPatch(root, bases, program)
  if (patch.length >= program.length) return console.log(`lessons/${path} stays: its patch is no shorter.`)
  await writeFile(join(lessons, path.replace(/rs$/, 'patch')), patch)
  await rm(join(lessons, path))
  console.log(`lessons/${path.replace(/rs$/, 'patch')}`)
}

function readBases(files: Record<string, string>, folder: string): { root: string; bases: Bases } {
  const root = `${folder}/start/main.rs` in files ? 'main.rs' : 'driver.rs'
  const [start, solution] = ['start', 'solution'].map((name) => files[`${folder}/${name}/${root}`])
  if (start === undefined)
    throw new CourseError(`${folder} has no start/${root}. Name the folder of a lesson with an exercise.`)
  const plain = (text: string) => readMarkers(text).text
  return { root, bases: { start: plain(start), solution: plain(solution ?? start) } }
}

import { wrongUse } from '../command-failure.ts'
import type { Files } from '../host.ts'
import { joinPath } from '../source/paths.ts'
import { markFile } from './lesson-folder.ts'
import type { LessonExercise } from './load-lesson.ts'

/** Writes a lesson into a folder that is empty or not there; gives the names of the files. Nothing is ever written over. */
export async function startLesson(
  files: Files,
  folder: string,
  { exercise, site }: { exercise: LessonExercise; site: string },
): Promise<string[]> {
  const stat = await files.stat(folder)
  if (stat?.kind === 'file') throw wrongUse(`«${folder}» is a file. Name another folder.`)
  if (stat && (await files.list(folder)).length > 0)
    throw wrongUse(
      `«${folder}» is there already, and has files in it. Go on with «no-oops lesson check ${folder}», or name another folder.`,
    )
  const texts: Record<string, string> = {
    ...exercise.start,
    ...exercise.headers,
    ...{ 'driver.c': exercise.driver, 'boot.sh': exercise.boot },
    'README.md': toReadme(exercise, site),
    [markFile]: `${JSON.stringify({ lesson: exercise.slug, hints: 0 }, undefined, 2)}\n`,
  }
  for (const [name, text] of Object.entries(texts)) await files.write(joinPath(folder, name), text)
  return Object.keys(texts)
}

function toReadme({ title, slug, root }: LessonExercise, site: string): string {
  return `# ${title}

The text of the lesson: ${site}/${slug}/

- \`${root}\` is what you change.
- \`driver.c\` is the driver in C, with its bug, and \`boot.sh\` what a kernel is told to do with it: \`no-oops boot driver.c\`.
- \`no-oops lesson check\` says whether it is solved, and \`no-oops lesson check --watch\` says so after each change.
- \`no-oops lesson hint\` helps a little, and again a little more.
`
}

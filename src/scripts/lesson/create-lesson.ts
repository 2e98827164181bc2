import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CourseError } from '#course/course-error.ts'
import { kinds, type KindName } from '#course/kinds/kinds.ts'
import { toTemplate } from './templates.ts'

/** Makes the folder of a lesson at the end of its chapter, with files to begin with. */
export async function createLesson(
  lessons: string,
  kind: string,
  [chapter, name]: [string, string],
): Promise<number> {
  if (!Object.hasOwn(kinds, kind))
    throw new CourseError(`There is no kind «${kind}». There are ${Object.keys(kinds).join(', ')}.`)
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    throw new CourseError(`«${name}» would not do as an address. Write small letters, digits and «-».`)
  const folder = join(lessons, await findChapter(lessons, chapter))
  const lesson = join(folder, `${await nextNumber(folder)}-${name}`)
  for (const [path, text] of Object.entries(toTemplate(kind as KindName)))
    await write(join(lesson, path), text)
  console.log(
    `${lesson} is there. Fill it in; npm run lesson -- try ${lesson.slice(lessons.length + 1)} says what is missing.`,
  )
  return 0
}

async function findChapter(lessons: string, start: string): Promise<string> {
  const chapter = (await readdir(lessons)).sort().find((name) => /^\d/.test(name) && name.startsWith(start))
  if (chapter) return chapter
  throw new CourseError(`No chapter begins with ${start}. Name its folder, as in 03-ownership.`)
}

async function nextNumber(folder: string): Promise<string> {
  const numbers = (await readdir(folder)).flatMap((name) => /^(\d+)-/.exec(name)?.[1] ?? []).map(Number)
  return String(Math.max(0, ...numbers) + 1).padStart(2, '0')
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

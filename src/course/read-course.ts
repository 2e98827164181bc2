import type { SourceFiles } from '#protocol/compile.ts'
import { parseBootScript } from './boot-script.ts'
import { CourseError } from './course-error.ts'
import { readMarkers } from './duties.ts'
import { Frontmatter } from './frontmatter.ts'
import type { ChapterOfLessons, Exercise, Lesson } from './lesson.ts'
import { Chapter, Duties, Hints, Questions, Recorded } from './parts.ts'
import { need, readHead, readYaml, validate } from './read-file.ts'

/** Makes the course of the texts below `lessons/` (path from there → text), in reading order. Throws `CourseError`. */
export function readCourse(files: Record<string, string>): ChapterOfLessons[] {
  return Object.keys(files)
    .filter((path) => /^[^/]+\/chapter\.yaml$/.test(path))
    .sort()
    .map((path) => readChapter(files, path.split('/')[0]!))
}

function readChapter(files: Record<string, string>, folder: string): ChapterOfLessons {
  const lessons = Object.keys(files)
    .filter((path) => path.startsWith(`${folder}/`) && path.endsWith('/lesson.mdx'))
    .sort()
    .map((path) => readLesson(files, path.slice(0, -'/lesson.mdx'.length)))
  return {
    ...readYaml(files, `${folder}/chapter.yaml`, Chapter),
    number: toNumber(folder),
    slug: toName(folder),
    lessons,
  }
}

function readLesson(files: Record<string, string>, folder: string): Lesson {
  const [chapter, name] = folder.split('/') as [string, string]
  const slug = `${toName(chapter)}/${toName(name)}`
  const meta = readHead(files, `${folder}/lesson.mdx`, Frontmatter)
  const recorded = files[`${folder}/recorded.json`]
  const exercise = readExercise(files, folder, { slug, meta })
  const lesson: Lesson = {
    folder,
    slug,
    number: `${toNumber(chapter)}.${toNumber(name)}`,
    meta,
    c: readMarkers(need(files, `${folder}/c/driver.c`)),
    rust: readMarkers(need(files, `${folder}/start/${exercise.root}`)),
    duties: readYaml(files, `${folder}/duties.yaml`, Duties),
    questions: readYaml(files, `${folder}/questions.yaml`, Questions),
    notes: need(files, `${folder}/notes.md`),
    exercise,
    ...(recorded && { recorded: validate(`${folder}/recorded.json`, Recorded, JSON.parse(recorded)) }),
  }
  checkDuties(lesson)
  return lesson
}

function readExercise(
  files: Record<string, string>,
  folder: string,
  { slug, meta }: { slug: string; meta: Frontmatter },
): Exercise {
  const root = meta.target === 'kernel' ? 'driver.rs' : 'main.rs'
  const start = filesBelow(files, `${folder}/start/`)
  const wrong = filesBelow(files, `${folder}/wrong/`)
  const tests = files[`${folder}/check/tests.rs`]
  const checkScript = readCheckScript(files, folder, meta)
  need(files, `${folder}/start/${root}`)
  return {
    slug,
    title: meta.title,
    target: meta.target,
    variant: meta.variant,
    root,
    expect: meta.expect,
    rules: meta.rules,
    start,
    solution: { ...start, ...filesBelow(files, `${folder}/solution/`) },
    ...(tests !== undefined && { tests }),
    driver: readMarkers(need(files, `${folder}/c/driver.c`)).text,
    boot: readScript(files, `${folder}/boot.sh`),
    ...(checkScript !== undefined && { checkScript }),
    wrong: Object.fromEntries(
      Object.entries(wrong).map(([name, text]) => [name, { ...start, [root]: text }]),
    ),
    hints: readYaml(files, `${folder}/hints.yaml`, Hints),
  }
}

/** A kernel lesson is checked in a booted kernel, a userspace lesson by tests. */
function readCheckScript(
  files: Record<string, string>,
  folder: string,
  { target }: Frontmatter,
): string | undefined {
  const [path, tests] = [`${folder}/check/boot.sh`, `${folder}/check/tests.rs`]
  if (target === 'userspace') {
    if (files[path] === undefined) return undefined
    throw new CourseError(`${path} is for lessons of target kernel. Drop it; write ${tests}.`)
  }
  if (files[tests] !== undefined) {
    throw new CourseError(`${tests} is for lessons of target userspace. Drop it; write ${path}.`)
  }
  const text = readScript(files, path)
  if (parseBootScript(text).expected.length > 0) return text
  throw new CourseError(
    `${path} expects nothing. Write «#= text» below a command for each line that must come.`,
  )
}

function readScript(files: Record<string, string>, path: string): string {
  const text = need(files, path)
  if (parseBootScript(text).commands.some((command) => /\binsmod driver\.ko\b/.test(command))) return text
  throw new CourseError(`${path} does not load the module. Write «insmod driver.ko» on a line of its own.`)
}

function checkDuties({ folder, c, rust, duties }: Lesson) {
  for (const [side, marked] of [
    ['c/driver.c', c],
    ['start', rust],
  ] as const) {
    const stray = marked.duties.find(({ name }) => !(name in duties))
    if (stray) {
      throw new CourseError(
        `${folder}/${side} marks «${stray.name}», which duties.yaml does not explain. Add it there, or drop the marker.`,
      )
    }
  }
  for (const name of Object.keys(duties)) {
    if (![c, rust].every((marked) => marked.duties.some((duty) => duty.name === name))) {
      throw new CourseError(
        `${folder}/duties.yaml explains «${name}», but only one side or none marks it. Add «//@ ${name}» to the lines of both.`,
      )
    }
  }
}

function filesBelow(files: Record<string, string>, prefix: string): SourceFiles {
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, text]) => [path.slice(prefix.length), readMarkers(text).text]),
  )
}

function toNumber(folder: string): number {
  const number = /^(\d+)-/.exec(folder)
  if (!number)
    throw new CourseError(
      `lessons/${folder} does not begin with a number and «-». Rename it, as in 03-ownership.`,
    )
  return Number(number[1])
}

function toName(folder: string): string {
  return folder.replace(/^\d+-/, '')
}

import { z } from 'zod'
import { CourseError } from './course-error.ts'
import { fillCounts, readCounts } from './counts.ts'
import { readFigures } from './figures/read-figures.ts'
import { type KindName, kindNames, kinds } from './kinds/kinds.ts'
import type { LessonKind } from './kinds/lesson-kind.ts'
import type { ChapterOfLessons, Lesson } from './lesson.ts'
import { Chapter } from './parts.ts'
import { layOverSiblings } from './siblings/lay-over-siblings.ts'
import { need, readHead, readRecorded, readYaml } from './read-file.ts'

/** Makes the course of the texts below `lessons/` (path from there → text), in reading order; what is not translated is English. Throws `CourseError`. */
export function readCourse(written: Record<string, string>, language = 'en'): ChapterOfLessons[] {
  const files = layOverSiblings(fillCounts(written), language)
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
  const kind = readKind(files, folder)
  const meta = readHead(files, `${folder}/lesson.mdx`, kinds[kind].head)
  const frame = {
    ...{ folder, slug, kind, meta },
    number: `${toNumber(chapter)}.${toNumber(name)}`,
    notes: need(files, `${folder}/notes.md`),
    figures: readFigures(files, folder),
    counts: readCounts(files, folder),
  }
  const { read, record } = kinds[kind] as LessonKind
  return {
    ...frame,
    ...read({ files, folder, slug, meta }),
    ...readRecorded(files, folder, record),
  } as Lesson
}

/** Before the rest of the head, which depends on it. */
function readKind(files: Record<string, string>, folder: string): KindName {
  return readHead(files, `${folder}/lesson.mdx`, AnyHead).kind
}

const AnyHead = z.looseObject({ kind: z.enum(kindNames) })

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

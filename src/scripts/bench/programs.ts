import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { hasExercise } from '#course/lesson.ts'
import { readCourse } from '#course/read-course.ts'
import type { CompileRequest, SourceFiles } from '#protocol/compile.ts'
import { root } from '../root.ts'
import { readLessonFiles } from '../verify/read-lesson-files.ts'

/** A program of the course. */
export interface Program {
  name: string
  files: SourceFiles
}

/** Reads the start and the solution of every userspace lesson, in reading order. */
export async function readPrograms(): Promise<Program[]> {
  const course = readCourse(await readLessonFiles(join(root, 'lessons')))
  return course
    .flatMap(({ lessons }) => lessons)
    .filter(hasExercise)
    .filter(({ exercise }) => exercise.target === 'userspace')
    .flatMap(({ slug, exercise: { start, solution } }) => [
      { name: `${slug} start`, files: start },
      { name: `${slug} solution`, files: { ...start, ...solution } },
    ])
}

/** Gives `count` of the programs in turn, none the same as any that was ever sent. */
export function toUnique(programs: Program[], count: number): Program[] {
  return Array.from({ length: count }, (_, index) => {
    const { name, files } = programs[index % programs.length]!
    return { name, files: { ...files, 'main.rs': `${files['main.rs']}\n// ${randomUUID()}\n` } }
  })
}

/** Makes the request whether rustc accepts a program. */
export function toCheck({ files }: Program): CompileRequest {
  return { target: 'userspace', language: 'rust', action: 'check', files }
}

import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { type ExerciseLesson, hasExercise } from '#course/lesson.ts'
import { readCourse } from '#course/read-course.ts'
import type { BootRequest } from '#protocol/boot.ts'
import type { CompileRequest, SourceFiles } from '#protocol/compile.ts'
import { root } from '../root.ts'
import { readLessonFiles } from '../verify/read-lesson-files.ts'

/** The drivers that are measured; each call gives texts that were never sent before. */
export interface Drivers {
  /** A check of the start or solution of each kernel lesson in turn. */
  rustChecks(count: number): CompileRequest[]
  /** A check of each C driver in turn. */
  cChecks(count: number): CompileRequest[]
  /** The C of lesson 3.2, which KASAN stops. */
  cBoots(count: number): BootRequest[]
  /** The solution of the first lesson that has a device of its own. */
  rustBoots(count: number): BootRequest[]
  /** The C of the first lesson for the kernel that watches locks. */
  lockdepBoots(count: number): BootRequest[]
}

/** Reads the drivers from the course. */
export async function readDrivers(): Promise<Drivers> {
  const course = readCourse(await readLessonFiles(join(root, 'lessons')))
  const lessons = course.flatMap((chapter) => chapter.lessons).filter(hasExercise)
  const modules = lessons.filter(isForKasan)
  const crash = find(lessons, 'ownership/borrow-deadline')
  const device = find(lessons, 'userspace-interfaces/misc-device')
  const locks = findFirst(lessons, ({ exercise }) => exercise.variant === 'lockdep')
  const programs = modules.flatMap(({ exercise: { start, solution } }) => [start, { ...start, ...solution }])
  const drivers = lessons.map(({ exercise }) => ({ ...exercise.headers, 'driver.c': exercise.driver }))
  return {
    rustChecks: (count) => repeat(programs, count).map((files) => toCheck('rust', files)),
    cChecks: (count) => repeat(drivers, count).map((files) => toCheck('c', files)),
    cBoots: (count) => repeat([{ 'driver.c': crash.exercise.driver }], count).map(toBoot('c', crash)),
    lockdepBoots: (count) => repeat([{ 'driver.c': locks.exercise.driver }], count).map(toBoot('c', locks)),
    rustBoots: (count) => repeat([device.exercise.solution], count).map(toBoot('rust', device)),
  }
}

function isForKasan({ exercise: { target, variant } }: ExerciseLesson): boolean {
  return target === 'kernel' && variant === 'kasan'
}

function find(lessons: ExerciseLesson[], slug: string): ExerciseLesson {
  return findFirst(lessons, (lesson) => lesson.slug === slug)
}

function findFirst(lessons: ExerciseLesson[], isWanted: (lesson: ExerciseLesson) => boolean): ExerciseLesson {
  const lesson = lessons.find(isWanted)
  if (!lesson) throw new Error('A lesson that is measured is gone; name another in kernel-lessons.ts.')
  return lesson
}

/** In turn, each with a comment of its own at its end. */
function repeat(programs: SourceFiles[], count: number): SourceFiles[] {
  return Array.from({ length: count }, (_, index) => {
    const entries = Object.entries(programs[index % programs.length]!)
    return Object.fromEntries(entries.map(([path, text]) => [path, `${text}\n// ${randomUUID()}\n`]))
  })
}

function toCheck(language: 'rust' | 'c', files: SourceFiles): CompileRequest {
  return { target: 'kernel', language, action: 'check', files }
}

function toBoot(language: 'rust' | 'c', { exercise }: ExerciseLesson): (files: SourceFiles) => BootRequest {
  return (files) => ({ language, variant: exercise.variant, files, script: exercise.boot })
}

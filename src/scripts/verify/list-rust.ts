import type { Lesson } from '#course/lesson.ts'
import { isEdit, type Task } from '#course/tasks/task.ts'
import type { LessonText } from './read-lesson-text.ts'

/** Rust of our own that readers of a lesson see. */
export interface RustOfLesson {
  /** Where its author finds it, below `lessons/`. */
  path: string
  /** Of the file, from 1; where it stands in a YAML file, that is not known and 1. */
  firstLine: number
  rust: string
}

/** Lists the Rust of a lesson's text, exercise and tasks; quotations of the tree and tests are not ours to choose or not to be written. */
export function listRust(lesson: Lesson, { fences }: LessonText): RustOfLesson[] {
  const { folder } = lesson
  return [
    ...fences
      .filter(({ language, quote }) => language === 'rust' && quote === undefined)
      .map(({ code, line }) => ({ path: `${folder}/lesson.mdx`, firstLine: line, rust: code })),
    ...('exercise' in lesson ? listExercise(lesson) : []),
    ...('tasks' in lesson ? lesson.tasks.flatMap((task) => listTask(folder, task)) : []),
  ]
}

function listExercise({ folder, exercise }: Extract<Lesson, { exercise: unknown }>): RustOfLesson[] {
  const { root, start, solution } = exercise
  return [
    { path: `${folder}/start/${root}`, firstLine: 1, rust: start[root]! },
    { path: `${folder}/solution/${root}`, firstLine: 1, rust: solution[root]! },
  ]
}

function listTask(folder: string, task: Task): RustOfLesson[] {
  const programs = isEdit(task) ? [task.start, task.solution] : 'rust' in task && task.rust ? [task.rust] : []
  return programs.map((rust) => ({ path: `${folder}, task «${task.name}»`, firstLine: 1, rust }))
}

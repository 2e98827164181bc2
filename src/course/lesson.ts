import type { Counts } from './counts.ts'
import type { Figure } from './figures/figure.ts'
import type { KindName, kinds } from './kinds/kinds.ts'

/** One lesson as data; the text itself stays in `lesson.mdx`. Its kind says which parts it has. */
export type Lesson = { [Kind in KindName]: LessonOf<Kind> }[KindName]

/** A lesson of one kind. */
export type LessonOf<Kind extends KindName> = LessonFrame &
  ReturnType<(typeof kinds)[Kind]['read']> & {
    kind: Kind
    meta: HeadOf<Kind>
    /** Absent until the lesson was proven once. */
    recorded?: ReturnType<(typeof kinds)[Kind]['record']['parse']>
  }

/** A lesson of one of the kinds that have an exercise in the workbench. */
export type ExerciseLesson = Extract<Lesson, { exercise: unknown }>

/** Is true of a lesson that has an exercise in the workbench. */
export function hasExercise(lesson: Lesson): lesson is ExerciseLesson {
  return 'exercise' in lesson
}

/** The head of a lesson of one kind. */
export type HeadOf<Kind extends KindName> = ReturnType<(typeof kinds)[Kind]['head']['parse']>

/** Where a lesson stands, and what every lesson has. */
interface LessonFrame {
  /** Folder below `lessons/`, such as `03-ownership/02-borrow-deadline`. */
  folder: string
  /** The folder without numbers, such as `ownership/borrow-deadline`: the path of its page. */
  slug: string
  /** Such as `3.2`. */
  number: string
  /** Markdown for the instructor. */
  notes: string
  /** Those that are drawn from data, by their names. */
  figures: Record<string, Figure>
  /** What is counted in the tree: the commands of `counts.yaml`, by their names. */
  counts: Counts
}

export interface ChapterOfLessons {
  number: number
  slug: string
  title: string
  summary: string
  lessons: Lesson[]
}

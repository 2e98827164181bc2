import type { SourceFiles } from '#protocol/compile.ts'
import type { AnnotatedSource } from './duties.ts'
import type { Frontmatter } from './frontmatter.ts'
import type { Duties, Hints, Questions, Recorded } from './parts.ts'

/** One lesson as data; the text itself stays in `lesson.mdx`. */
export interface Lesson {
  /** Folder below `lessons/`, such as `03-ownership/02-borrow-deadline`. */
  folder: string
  /** The folder without numbers, such as `ownership/borrow-deadline`: the path of its page. */
  slug: string
  /** Such as `3.2`. */
  number: string
  meta: Frontmatter
  /** The C driver. */
  c: AnnotatedSource
  /** The root file of the Rust start. */
  rust: AnnotatedSource
  duties: Duties
  questions: Questions
  /** Markdown for the instructor. */
  notes: string
  exercise: Exercise
  /** Absent until the lesson was proven once. */
  recorded?: Recorded
}

/** What the workbench needs to know of a lesson. */
export interface Exercise {
  slug: string
  title: string
  target: Frontmatter['target']
  /** The kernel that the driver is loaded into, and for target `kernel` the Rust too. */
  variant: Frontmatter['variant']
  root: 'main.rs' | 'driver.rs'
  expect: string
  rules: Frontmatter['rules']
  start: SourceFiles
  solution: SourceFiles
  /** Text of `check/tests.rs`, of target `userspace`. */
  tests?: string
  /** The C driver, without markers. */
  driver: string
  /** Text of `boot.sh`: what Run does with the module of either side; see `parseBootScript`. */
  boot: string
  /** Text of `check/boot.sh`, of target `kernel`: what Check does with the reader's module, and what must come of it. */
  checkScript?: string
  /** Known wrong answers: file name → whole program; the name begins with what it gives. */
  wrong: Record<string, SourceFiles>
  hints: Hints
}

export interface ChapterOfLessons {
  number: number
  slug: string
  title: string
  summary: string
  lessons: Lesson[]
}

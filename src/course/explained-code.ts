/** `/errors/E0505.json`: what the workbench shows of an error code. */
export interface ExplainedCode {
  code: string
  /** Absent, as `ours`, where the course has no text. */
  title?: string
  /** How the bug is called that C would have had; absent where there would be none. */
  bug?: string
  /** The course's text, as Markdown. */
  ours?: string
  lessons: LessonLink[]
  /** rustc's own text, as Markdown. */
  rustc: string
}

/** Where a lesson is. */
export interface LessonLink {
  href: string
  title: string
  /** Such as `3.2`. */
  number: string
}

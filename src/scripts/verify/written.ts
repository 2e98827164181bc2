import type { Variant } from '#protocol/compile.ts'
import type { LessonText } from './read-lesson-text.ts'

/** The text that fences stand in. */
export interface Written {
  /** Where its author finds it, below `lessons/`. */
  path: string
  /** The kernel that its drivers and modules are for. */
  variant: Variant
  text: LessonText
}

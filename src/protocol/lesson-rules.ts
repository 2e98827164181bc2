/** What a lesson can forbid beyond what rustc refuses. */
export interface LessonRule {
  /** The lints of rustc and clippy that find where it is broken; the service's action `lint` asks for all of them. */
  lints: readonly string[]
  /** True if the kernel's own build asks the same of every driver, so that it holds without being named. */
  inEveryDriver?: true
}

const table = {
  'no-unsafe': { lints: ['unsafe_code'] },
  'no-unwrap': { lints: ['clippy::unwrap_used', 'clippy::expect_used'] },
  'no-panic': { lints: ['clippy::panic', 'clippy::unwrap_used', 'clippy::expect_used'] },
  'no-unused-result': { lints: ['unused_must_use'] },
  'no-indexing': { lints: ['clippy::indexing_slicing'] },
  'safety-comments': { lints: ['clippy::undocumented_unsafe_blocks'], inEveryDriver: true },
} satisfies Record<string, LessonRule>

/** The rules by the names that a lesson gives them in its `rules`. */
export const lessonRules: Record<keyof typeof table, LessonRule> = table

export const ruleNames = Object.keys(table) as (keyof typeof table)[]

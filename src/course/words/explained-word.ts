/** A word as it is explained where a reader points at it; what stands here is HTML, but for `code`. */
export interface ExplainedWord {
  /** Its name in the glossary, or that of a row of C idioms. */
  word: string
  of: 'rust' | 'c'
  shown: string
  means: string
  /** What does the same in C. */
  c?: string
  /** Finds its uses in code. */
  code?: string
  /** Where it is introduced. */
  lesson?: { href: string; number: string }
  /** Where more is said of it. */
  places: { href: string; title: string }[]
}

/** A word as it is explained where a reader points at it; what stands here is HTML, but for `code`. */
export interface ExplainedWord {
  /** Its place in the glossary. */
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
}

import type { Diagnostic } from '#protocol/diagnostic.ts'

/** One thing that an exercise asks for, and whether it holds. */
export interface Verdict {
  /** A sentence, or the name of a test. */
  name: string
  holds: boolean
  /** Why it does not. */
  why?: string
  /** What the compiler says against it. */
  diagnostics?: Diagnostic[]
  /** The code of the test that decided it. */
  code?: string
}

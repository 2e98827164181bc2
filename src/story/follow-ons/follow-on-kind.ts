import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { SourceText } from './source-text.ts'

/** How one error makes a compiler give others, which go when it is fixed. */
export interface FollowOnKind {
  name: string
  /** Said of what follows, in a whole sentence. */
  because: () => string
  /** Where it can be looked up: a path in Linux 7.3.4, or the compiler's behaviour that is relied on. */
  source: string
  /** A message that others may follow from; it is always an error. */
  leader: Sign
  follower: Sign
  /** What follows may have been told before; else it comes after. */
  isToldLater?: true
  /** Whether this very one follows from that very one; both have their signs. */
  isBound(pair: Pair): boolean
}

/** By which a message is known: all that is given has to hold. */
export interface Sign {
  /** `none` for a message without a code. */
  codes?: readonly string[]
  message?: RegExp
}

/** Two messages about one file. */
export interface Pair {
  leader: Diagnostic
  follower: Diagnostic
  text: SourceText
}

/** Checks whether a message has a sign. */
export function hasSign({ code = 'none', message }: Diagnostic, sign: Sign): boolean {
  return (sign.codes?.includes(code) ?? true) && (sign.message?.test(message) ?? true)
}

import type { Fix, Severity, Span } from '#protocol/diagnostic.ts'
import type { RenamedRow } from '#protocol/renamed-row.ts'
import type { DiagnosticSource } from './diagnostic-source.ts'
import type { Role } from './roles.ts'

/** A diagnostic of a compiler or a report of the kernel as steps: rails, labels, lists and speech are made from it. */
export interface Story {
  source: DiagnosticSource
  severity: Severity
  code?: string
  message: string
  /** In the order of events, which is not always that of the lines. */
  steps: StoryStep[]
  links: StoryLink[]
  /** Notes and help without a place. */
  notes: { severity: Severity; message: string }[]
  fixes: Fix[]
  /** Spans without words. */
  marks: Span[]
  /** What took the place of the old API that it is about; empty where that is not sure. */
  renamed: RenamedRow[]
  /** What the compiler says only because of this error; not drawn in the code and not counted. */
  followers: Follower[]
}

/** A message that certainly goes when the error is fixed that it follows from. */
export interface Follower extends Story {
  /** Why it follows, in a sentence. */
  because: string
}

/** One thing that happens to what the story is about. */
export interface StoryStep {
  role: Role
  /** The compiler's or the kernel's own words; empty where the message says it all. */
  words: string
  /** Undefined where no place is named. */
  span?: Span
  /** Whether its place is in the story's own file: only then it gets a label and a stop. */
  isHere: boolean
  /** Whether it is here that the program is refused, warned of, or dies. */
  isRefused: boolean
  /** Whether it carries the message of the story. */
  isPrimary: boolean
  /** Whether it is a note beside the story proper, which has no stop. */
  isAside: boolean
}

/** What one step has to do with another; `from` and `to` are indexes into `steps`. */
export interface StoryLink {
  from: number
  to: number
  kind: 'conflicts' | 'keeps' | 'after' | 'because'
}

/** One step of one of several stories, by their indexes. */
export interface StepRef {
  story: number
  step: number
}

/** Checks whether two references mean the same step; two that are undefined do. */
export function isSameStep(a: StepRef | undefined, b: StepRef | undefined): boolean {
  return a?.story === b?.story && a?.step === b?.step
}

import type { Fix, Severity, Span } from '#protocol/diagnostic.ts'
import type { DiagnosticSource } from './diagnostic-source.ts'
import type { Role } from './roles.ts'

/** What a compiler or the kernel tells, as steps that can be drawn, listed and spoken. */
export interface Story {
  source: DiagnosticSource
  severity: Severity
  code?: string
  message: string
  /** In the order in which it comes about, which is not always that of the lines. */
  steps: StoryStep[]
  links: StoryLink[]
  /** What is told without a place. */
  notes: { severity: Severity; message: string }[]
  fixes: Fix[]
  /** Stretches that are pointed at without a word. */
  marks: Span[]
}

/** One thing that happens to what the story is about. */
export interface StoryStep {
  role: Role
  /** The teller's own words; empty where the message says it all. */
  words: string
  /** Nothing where no place is named. */
  span?: Span
  /** It can be drawn: its place is in the file that is told of. */
  isHere: boolean
  /** It is here that the program is refused, warned of, or dies. */
  isRefused: boolean
  /** It carries the message of the story. */
  isPrimary: boolean
  /** A note beside the story proper. */
  isAside: boolean
}

/** How one step bears on another; both are indexes into `steps`. */
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

/** Whether two references mean the same step. */
export function isSameStep(a: StepRef | undefined, b: StepRef | undefined): boolean {
  return a?.story === b?.story && a?.step === b?.step
}

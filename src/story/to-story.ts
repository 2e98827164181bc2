import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { DiagnosticSource } from './diagnostic-source.ts'
import { findFollowOns } from './follow-ons/find-follow-ons.ts'
import { toLinks } from './links.ts'
import { toSteps } from './steps.ts'
import type { Story } from './story.ts'

/** A file, with what one source says of it. */
export interface FileDiagnostics {
  file: string
  source: DiagnosticSource
  diagnostics: Diagnostic[]
  /** Text of the file; without it, what reads the text to find what follows from an error finds nothing. */
  text?: string
}

/**
 * Turns diagnostics into stories, in the same order; what follows from an error stands with the story of that. Spans in
 * other files become steps that are listed and not drawn.
 */
export function toStories({ diagnostics, text = '', ...about }: FileDiagnostics): Story[] {
  const followOns = findFollowOns(diagnostics, { file: about.file, text })
  const stories = diagnostics.map((diagnostic) => toStory(diagnostic, about))
  for (const [index, followOn] of followOns.entries()) {
    if (followOn)
      stories[followOn.leader]!.followers.push({ ...stories[index]!, because: followOn.kind.because })
  }
  return stories.filter((_, index) => !followOns[index])
}

/** The same for one diagnostic. */
export function toStory(
  diagnostic: Diagnostic,
  { file, source }: Pick<FileDiagnostics, 'file' | 'source'>,
): Story {
  const { severity, code, message, fixes } = diagnostic
  const { steps, notes, marks } = toSteps(diagnostic, file)
  return {
    ...{ source, severity, message, steps, notes, fixes, marks },
    ...(code && { code }),
    links: toLinks(steps),
    followers: [],
  }
}

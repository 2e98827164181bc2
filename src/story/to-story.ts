import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { RenamedRow } from '#protocol/renamed-row.ts'
import { type DiagnosticSource, isOfRun, languageOf } from './diagnostic-source.ts'
import { findFollowOns } from './follow-ons/find-follow-ons.ts'
import { toLinks } from './links.ts'
import { toSteps } from './steps.ts'
import { matchRenamed, type RenamedMatch } from './renamed/match-renamed.ts'
import type { Story } from './story.ts'

/** A file, with what one source says of it. */
export interface FileDiagnostics {
  file: string
  source: DiagnosticSource
  diagnostics: Diagnostic[]
  /** Text of the file; without it, what reads the text to find what follows from an error finds nothing. */
  text?: string
  /** What may have taken the place of an old API. */
  renamed?: readonly RenamedRow[]
}

/**
 * Turns diagnostics into stories: a compiler's errors first, else in the same order; what follows from an error stands with
 * the story of that. Spans in other files become steps that are listed and not drawn.
 */
export function toStories({ diagnostics, text = '', renamed = [], ...about }: FileDiagnostics): Story[] {
  const followOns = findFollowOns(diagnostics, { file: about.file, text })
  const edited = { file: about.file, text, language: languageOf(about.source) }
  const stories = diagnostics.map((diagnostic) =>
    withRenamed(toStory(diagnostic, about), matchRenamed(renamed, diagnostic, edited)),
  )
  for (const [index, followOn] of followOns.entries()) {
    if (followOn)
      stories[followOn.leader]!.followers.push({ ...stories[index]!, because: followOn.kind.because() })
  }
  const told = stories.filter((_, index) => !followOns[index])
  return isOfRun(about.source) ? told : errorsFirst(told)
}

function errorsFirst(stories: Story[]): Story[] {
  return stories.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
}

/** The compiler knows no older version: what it proposes instead is a guess. */
function withRenamed(story: Story, matches: RenamedMatch[]): Story {
  if (matches.length === 0) return story
  return { ...story, renamed: matches.map(({ row }) => row), fixes: matches.flatMap(({ fix }) => fix ?? []) }
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
    renamed: [],
    followers: [],
  }
}

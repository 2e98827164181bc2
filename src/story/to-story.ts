import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { DiagnosticSource } from './diagnostic-source.ts'
import { toLinks } from './links.ts'
import { toSteps } from './steps.ts'
import type { Story } from './story.ts'

/** A file, with what one source says of it. */
export interface FileDiagnostics {
  file: string
  source: DiagnosticSource
  diagnostics: Diagnostic[]
}

/** Turns diagnostics into stories, in the same order; spans in other files become steps that are listed and not drawn. */
export function toStories({ diagnostics, ...about }: FileDiagnostics): Story[] {
  return diagnostics.map((diagnostic) => toStory(diagnostic, about))
}

/** The same for one diagnostic. */
export function toStory(
  diagnostic: Diagnostic,
  { file, source }: Omit<FileDiagnostics, 'diagnostics'>,
): Story {
  const { severity, code, message, fixes } = diagnostic
  const { steps, notes, marks } = toSteps(diagnostic, file)
  return {
    ...{ source, severity, message, steps, notes, fixes, marks },
    ...(code && { code }),
    links: toLinks(steps),
  }
}

import type { BootEvent } from '#protocol/boot.ts'
import { nameSpans } from '../output/name-spans.ts'
import { nameOf } from '../source/source.ts'

/** Gives an event the user's own names of its files. */
export function nameEvent(event: BootEvent, program: { names: Record<string, string> }): BootEvent {
  if (event.kind === 'built' || event.kind === 'rejected')
    return { ...event, diagnostics: event.diagnostics.map((diagnostic) => nameSpans(diagnostic, program)) }
  if (event.kind !== 'report') return event
  const spans = event.report.spans.map((span) => ({ ...span, file: nameOf(program, span.file) }))
  return { ...event, report: { ...event.report, spans } }
}

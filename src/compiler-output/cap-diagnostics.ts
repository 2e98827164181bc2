import type { Diagnostic, DiagnosticChild, Fix, Span } from '#protocol/diagnostic.ts'
import { cutText } from './cut-text.ts'
import { cutTo } from './cut-to.ts'

/** The most of each kind that a message has, or the answer; honest mistakes come to far less. */
export const most = {
  ...{ diagnostics: 500, children: 50, spans: 100, fixes: 50, edits: 1000, title: 1000 },
  spansOfAnswer: 10_000,
}

/** What a parser has left out already. */
export interface LeftOut {
  /** Messages that are not in the form that the compiler promises. */
  unreadable?: number
  /** True if lines at the end were not read. */
  lines?: boolean
  /** True if the compiler stopped before it had told all. */
  untold?: boolean
}

/** Cuts diagnostics down to what somebody can read, errors before others; a last note says what was left out. */
export function capDiagnostics(all: Diagnostic[], leftOut: LeftOut = {}): Diagnostic[] {
  const kept = cutTo(all, most.diagnostics, ({ severity }) => severity === 'error')
  const rest = describeRest(all.length - kept.length, leftOut)
  const room: SpanRoom = { left: most.spansOfAnswer }
  const capped = kept.map((diagnostic) => capDiagnostic(diagnostic, room))
  return [...capped, ...(rest === undefined ? [] : [toNote(rest)])]
}

function describeRest(
  messages: number,
  { unreadable = 0, lines = false, untold = false }: LeftOut,
): string | undefined {
  const parts = [
    ...(messages > 0 ? [`${messages} more ${plural(messages, 'message')}`] : []),
    ...(unreadable > 0 ? [`${unreadable} ${plural(unreadable, 'message')} that could not be read`] : []),
    ...(lines ? ['more lines than are read'] : []),
    ...(untold ? ['what the compiler tells once some of these are fixed'] : []),
  ]
  return parts.length === 0 ? undefined : `… and ${parts.join(' and ')}`
}

function toNote(message: string): Diagnostic {
  return { severity: 'note', message, spans: [], children: [], fixes: [] }
}

/** How many more spans the answer may have: a few characters of a tool's output can be one. */
interface SpanRoom {
  left: number
}

function capDiagnostic(diagnostic: Diagnostic, room: SpanRoom): Diagnostic {
  const spans = capSpans(diagnostic.spans, room)
  const children = diagnostic.children.slice(0, most.children).map((child) => capChild(child, room))
  const fixes = diagnostic.fixes.filter(isWhole).slice(0, most.fixes).map(cutTitle)
  const left = {
    place: diagnostic.spans.length - spans.length,
    note: diagnostic.children.length - children.length,
    fix: diagnostic.fixes.length - fixes.length,
  }
  return {
    ...diagnostic,
    message: cutText(diagnostic.message),
    spans,
    children: [...children, ...toRestChild(left)],
    fixes,
    ...(diagnostic.rendered !== undefined && { rendered: cutText(diagnostic.rendered) }),
  }
}

function capChild({ severity, message, spans }: DiagnosticChild, room: SpanRoom): DiagnosticChild {
  const kept = capSpans(spans, room)
  const rest = describeCounts({ place: spans.length - kept.length })
  return { severity, message: cutText(message) + (rest === undefined ? '' : `\n${rest}`), spans: kept }
}

function capSpans(spans: Span[], room: SpanRoom): Span[] {
  const kept = cutTo(spans, Math.min(most.spans, room.left), ({ primary }) => primary)
  room.left -= kept.length
  return kept.map(cutLabel)
}

function cutLabel(span: Span): Span {
  return span.label === undefined ? span : { ...span, label: cutText(span.label) }
}

function cutTitle(fix: Fix): Fix {
  return { ...fix, title: cutText(fix.title, most.title) }
}

/** A fix of which a part is missing would break the program. */
function isWhole({ edits }: Fix): boolean {
  return edits.length <= most.edits
}

function toRestChild(left: Record<string, number>): DiagnosticChild[] {
  const message = describeCounts(left)
  return message === undefined ? [] : [{ severity: 'note', message, spans: [] }]
}

function describeCounts(left: Record<string, number>): string | undefined {
  const parts = Object.entries(left)
    .filter(([, count]) => count > 0)
    .map(([noun, count]) => `${count} more ${plural(count, noun)}`)
  return parts.length === 0 ? undefined : `… and ${parts.join(' and ')}`
}

function plural(count: number, noun: string): string {
  if (count === 1) return noun
  return noun.endsWith('x') ? `${noun}es` : `${noun}s`
}

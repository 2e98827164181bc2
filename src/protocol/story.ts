import type { Diagnostic, DiagnosticChild, Severity, Span } from './diagnostic.ts'

/** How diagnostics are told in and beside the code of one file; lines and columns count from 1. */
export interface Story {
  /** What stands at the ends of lines, by line. */
  lines: StoryLine[]
  /** Stretches of lines that belong together: from where a loan starts, past the conflict, to its last use. */
  rails: { from: number; to: number; severity: Severity }[]
  /** The same as a list, each diagnostic in the order in which the program runs into it. */
  steps: StoryStep[]
}

export interface StoryLine {
  line: number
  labels: StoryLabel[]
}

export interface StoryLabel {
  text: string
  kind: StoryKind
  severity: Severity
  code?: string
}

export interface StoryStep {
  line: number
  column: number
  text: string
  kind: StoryKind
}

export type StoryKind = 'primary' | 'secondary' | 'note'

/** Tells diagnostics as labels at line ends, rails in the margin and an ordered list. */
export function storyOf(diagnostics: Diagnostic[], file: string): Story {
  const told = diagnostics.map((diagnostic) => placesOf(diagnostic, file))
  return {
    lines: toLines(told.flat()),
    rails: told.flatMap(toRail),
    steps: told.flatMap((places) => [...places].sort(byPosition).map(toStep)),
  }
}

interface Place {
  span: Span
  /** The message of a primary span and what the compiler says of this very span. */
  texts: string[]
  kind: StoryKind
  severity: Severity
  code?: string
}

function placesOf(diagnostic: Diagnostic, file: string): Place[] {
  const own = diagnostic.spans.filter((span) => isIn(span, file)).map((span) => toPlace(span, diagnostic))
  const children = diagnostic.children.flatMap((child) => placesOfChild(child, file))
  return [...own, ...children].filter((place) => place.texts.length > 0)
}

/** A primary label that only repeats the message is left out. */
function toPlace(span: Span, { severity, code, message }: Diagnostic): Place {
  const says = span.label && !(span.primary && message.includes(span.label))
  const label = says ? [span.label!] : []
  return span.primary
    ? { span, texts: [message, ...label], kind: 'primary', severity, ...(code && { code }) }
    : { span, texts: label, kind: 'secondary', severity }
}

function placesOfChild({ severity, message, spans }: DiagnosticChild, file: string): Place[] {
  return spans
    .filter((span) => isIn(span, file))
    .map((span) => ({ span, texts: [span.label ?? message], kind: 'note', severity }))
}

function isIn(span: Span, file: string): boolean {
  return span.file === file && !span.external
}

function toLines(places: Place[]): StoryLine[] {
  const lines = new Map<number, StoryLabel[]>()
  for (const place of places) {
    const labels = lines.get(place.span.start.line) ?? []
    const added = toLabels(place).filter(({ text }) => !labels.some((label) => label.text === text))
    lines.set(place.span.start.line, [...labels, ...added])
  }
  return [...lines].sort(([a], [b]) => a - b).map(([line, labels]) => ({ line, labels: labels.sort(byKind) }))
}

/** The code stands once, before the message. */
function toLabels({ texts, kind, severity, code }: Place): StoryLabel[] {
  return texts.map((text, index) => ({ text, kind, severity, ...(code && index === 0 && { code }) }))
}

const rank: Record<StoryKind, number> = { primary: 0, secondary: 1, note: 2 }

function byKind(a: StoryLabel, b: StoryLabel): number {
  return rank[a.kind] - rank[b.kind]
}

function toRail(places: Place[]): Story['rails'] {
  const lines = places.filter(isOfTheLoan).map(({ span }) => span.start.line)
  const from = Math.min(...lines)
  const to = Math.max(...lines)
  return from < to ? [{ from, to, severity: places[0]!.severity }] : []
}

/** A binding's declaration comes before the loan, and notes are beside the story. */
function isOfTheLoan({ kind, texts }: Place): boolean {
  return (
    kind === 'primary' || (kind === 'secondary' && !/declared here$|^move occurs because/.test(texts[0]!))
  )
}

function byPosition(a: Place, b: Place): number {
  return a.span.start.line - b.span.start.line || a.span.start.column - b.span.start.column
}

function toStep({ span, texts, kind }: Place): StoryStep {
  return { ...span.start, text: texts.join(': '), kind }
}

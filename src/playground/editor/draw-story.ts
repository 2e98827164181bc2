import type { Diagnostic, Severity, Span } from '#protocol/diagnostic.ts'
import { type Story, type StoryLabel, type StoryLine, storyOf } from '#protocol/story.ts'
import * as monaco from './monaco.ts'

type Decoration = monaco.editor.IModelDeltaDecoration

/** What somebody says of a file: a compiler by its name, or the kernel that ran it. */
export interface Told {
  file: string
  diagnostics: Diagnostic[]
  by: string
}

/** Everything of the diagnostics that is drawn into the text: labels at line ends, underlines, rails. */
export function toDecorations(
  model: monaco.editor.ITextModel,
  { diagnostics, file, by }: Told,
): Decoration[] {
  const look = by === 'kernel' ? crashLook : refusalLook
  const told = diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning')
  const story = storyOf(told, file)
  return [
    ...told.flatMap((diagnostic) => toUnderlines(diagnostic, file)),
    ...story.lines.flatMap((line) => [...toShade(line, look), ...toLabels(model, line, look)]),
    ...story.rails.flatMap((rail) => toRail(model, rail, look)),
  ]
}

/** A refusal is calm, in the code; a crash is a piece of a serial console with a red bar. */
interface Look {
  name: 'refusal' | 'crash'
  /** What is written for a label, the `index`th of its line; the last piece is the label itself. */
  toPieces: (label: StoryLabel, index: number) => string[]
}

const refusalLook: Look = {
  name: 'refusal',
  toPieces: (label, index) => [`${index === 0 ? '    ' : '  · '}${toSign(label)}${label.text}`],
}

/** Its headline says what kind it is; a short one stays in one piece where a line is wrapped. */
const crashLook: Look = {
  name: 'crash',
  toPieces: ({ text }) => [' ', text.length > rowful ? text : text.replaceAll(' ', '\u00a0')],
}

/** Characters that have a place in one row of a narrow editor. */
const rowful = 36

function toSign({ kind, severity, code }: StoryLabel): string {
  if (kind !== 'primary' || code === undefined) return ''
  return `${severity === 'error' ? '✗' : '⚠'} ${code} `
}

/** What F8 walks through and a hover shows. */
export function toMarkers(uri: monaco.Uri, { diagnostics, file, by }: Told): monaco.editor.IMarkerData[] {
  return diagnostics.flatMap((diagnostic) => {
    const own = diagnostic.spans.filter((span) => span.file === file && !span.external)
    return own.filter(({ primary }) => primary).map((span) => toMarker(uri, diagnostic, { span, own, by }))
  })
}

function toMarker(
  uri: monaco.Uri,
  diagnostic: Diagnostic,
  { span, own, by }: { span: Span; own: Span[]; by: string },
): monaco.editor.IMarkerData {
  const { severity, code, message, children } = diagnostic
  const notes = children
    .filter(({ message }) => message)
    .map((child) => `${child.severity}: ${child.message}`)
  return {
    ...toRange(span),
    severity: markerSeverity[severity],
    source: by,
    ...(code && { code }),
    message: [message, ...(span.label ? [span.label] : []), ...notes].join('\n'),
    relatedInformation: own
      .filter((other) => other !== span && other.label)
      .map((other) => ({ ...toRange(other), resource: uri, message: other.label! })),
  }
}

const markerSeverity: Record<Severity, monaco.MarkerSeverity> = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  note: monaco.MarkerSeverity.Info,
  help: monaco.MarkerSeverity.Hint,
}

function toUnderlines({ spans }: Diagnostic, file: string): Decoration[] {
  return spans
    .filter((span) => !span.primary && span.file === file && !span.external)
    .map((span) => ({ range: toRange(span), options: { inlineClassName: 'wb-underline' } }))
}

function toShade({ line, labels }: StoryLine, { name }: Look): Decoration[] {
  const told = labels.find(({ kind }) => kind === 'primary')
  if (!told) return []
  const className = `wb-line-${name} wb-line-${told.severity}`
  return [{ range: new monaco.Range(line, 1, line, 1), options: { isWholeLine: true, className } }]
}

function toLabels(model: monaco.editor.ITextModel, { line, labels }: StoryLine, look: Look): Decoration[] {
  if (line > model.getLineCount()) return []
  const column = model.getLineMaxColumn(line)
  const range = new monaco.Range(line, column, line, column)
  return labels.flatMap((label, index) =>
    look.toPieces(label, index).map((content, piece, { length }) => {
      const after = piece === length - 1 ? { content, inlineClassName: toClass(label, look) } : { content }
      return { range, options: { showIfCollapsed: true, after } }
    }),
  )
}

function toClass({ kind, severity }: StoryLabel, { name }: Look): string {
  return `wb-label wb-label-${kind} wb-label-${severity} wb-label-${name}`
}

/** As long as the text is, for a line that is wrapped has several rows. */
function toRail(
  model: monaco.editor.ITextModel,
  { from, to, severity }: Story['rails'][number],
  { name }: Look,
): Decoration[] {
  const last = Math.min(to, model.getLineCount())
  return Array.from({ length: last - from + 1 }, (_, index) => from + index).map((line) => ({
    range: new monaco.Range(line, 1, line, model.getLineMaxColumn(line)),
    options: {
      linesDecorationsClassName: `wb-rail wb-rail-${severity} wb-rail-${name} ${endOfRail(line, from, to)}`,
    },
  }))
}

function endOfRail(line: number, from: number, to: number): string {
  if (line === from) return 'wb-rail-first'
  return line === to ? 'wb-rail-last' : ''
}

/** A span in Monaco's words. */
export function toRange({ start, end }: Span): monaco.IRange {
  return {
    startLineNumber: start.line,
    startColumn: start.column,
    endLineNumber: end.line,
    endColumn: end.column,
  }
}

import type { Diagnostic, Severity, Span } from '#protocol/diagnostic.ts'
import { type Story, type StoryLabel, type StoryLine, storyOf } from '#protocol/story.ts'
import * as monaco from './monaco.ts'

type Decoration = monaco.editor.IModelDeltaDecoration

/** Everything of the diagnostics that is drawn into the text: labels at line ends, underlines, rails. */
export function toDecorations(
  model: monaco.editor.ITextModel,
  diagnostics: Diagnostic[],
  file: string,
): Decoration[] {
  const told = diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning')
  const story = storyOf(told, file)
  return [
    ...told.flatMap((diagnostic) => toUnderlines(diagnostic, file)),
    ...story.lines.flatMap((line) => [...toShade(line), ...toLabels(model, line)]),
    ...story.rails.flatMap((rail) => toRail(model, rail)),
  ]
}

/** What F8 walks through and a hover shows. */
export function toMarkers(
  uri: monaco.Uri,
  diagnostics: Diagnostic[],
  file: string,
): monaco.editor.IMarkerData[] {
  return diagnostics.flatMap((diagnostic) => {
    const own = diagnostic.spans.filter((span) => span.file === file && !span.external)
    return own.filter(({ primary }) => primary).map((span) => toMarker(uri, diagnostic, { span, own }))
  })
}

function toMarker(
  uri: monaco.Uri,
  diagnostic: Diagnostic,
  { span, own }: { span: Span; own: Span[] },
): monaco.editor.IMarkerData {
  const { severity, code, message, children } = diagnostic
  const notes = children
    .filter(({ message }) => message)
    .map((child) => `${child.severity}: ${child.message}`)
  return {
    ...toRange(span),
    severity: markerSeverity[severity],
    source: 'rustc',
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

function toShade({ line, labels }: StoryLine): Decoration[] {
  const told = labels.find(({ kind }) => kind === 'primary')
  if (!told) return []
  const className = told.severity === 'error' ? 'wb-line-refused' : 'wb-line-warned'
  return [{ range: new monaco.Range(line, 1, line, 1), options: { isWholeLine: true, className } }]
}

function toLabels(model: monaco.editor.ITextModel, { line, labels }: StoryLine): Decoration[] {
  if (line > model.getLineCount()) return []
  const column = model.getLineMaxColumn(line)
  return labels.map((label, index) => ({
    range: new monaco.Range(line, column, line, column),
    options: {
      showIfCollapsed: true,
      after: { content: toText(label, index), inlineClassName: toClass(label) },
    },
  }))
}

function toText({ text, kind, severity, code }: StoryLabel, index: number): string {
  const sign = kind === 'primary' && code !== undefined ? `${severity === 'error' ? '✗' : '⚠'} ${code} ` : ''
  return `${index === 0 ? '    ' : '  · '}${sign}${text}`
}

function toClass({ kind, severity }: StoryLabel): string {
  return `wb-label wb-label-${kind} wb-label-${severity}`
}

/** As long as the text is, for a line that is wrapped has several rows. */
function toRail(
  model: monaco.editor.ITextModel,
  { from, to, severity }: Story['rails'][number],
): Decoration[] {
  const last = Math.min(to, model.getLineCount())
  return Array.from({ length: last - from + 1 }, (_, index) => from + index).map((line) => ({
    range: new monaco.Range(line, 1, line, model.getLineMaxColumn(line)),
    options: { linesDecorationsClassName: `wb-rail wb-rail-${severity} ${endOfRail(line, from, to)}` },
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

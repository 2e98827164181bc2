import type { Severity, Span } from '#protocol/diagnostic.ts'
import { isOfRun } from '#story/diagnostic-source.ts'
import { describeSeverity, describeStep } from '#story/describe-story.ts'
import { describeRenamed } from '#story/renamed/describe-renamed.ts'
import type { StepRef, Story } from '#story/story.ts'
import type { PointedAt } from '#story/pointed-at.ts'
import * as monaco from './monaco.ts'

type Decoration = monaco.editor.IModelDeltaDecoration

/** Underlines a span of one line that is not a story's message; others are decorated only to move with the text. */
export function toUnderline({ span, look }: PointedAt): Decoration {
  const isTall = span.start.line < span.end.line
  return {
    range: toRange(span),
    options: {
      stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
      ...(!isTall && look === 'context' && { inlineClassName: 'at' }),
    },
  }
}

/** Shades the lines that the messages of stories stand on. */
export function toShades(stories: Story[]): Decoration[] {
  return stories.flatMap((story) =>
    story.steps
      .filter(({ isPrimary, isHere }) => isPrimary && isHere)
      .map(({ span }) => ({
        range: new monaco.Range(span!.start.line, 1, span!.start.line, 1),
        options: { isWholeLine: true, className: `story-line-${lookOf(story)}` },
      })),
  )
}

/** A refusal is calm, in the code; a crash is a piece of a serial console with a red bar. */
function lookOf({ source, severity }: Story): 'error' | 'warning' | 'crash' {
  if (isOfRun(source) && severity === 'error') return 'crash'
  return severity === 'warning' ? 'warning' : 'error'
}

/** Lights up the place of a step, and more quietly the other places of its story; none without a lit step. */
export function toLights(
  stories: Story[],
  lit: StepRef | undefined,
  rangeOf: (ref: StepRef) => monaco.Range | undefined,
): Decoration[] {
  if (!lit) return []
  return (stories[lit.story]?.steps ?? []).flatMap((_, step) => {
    const range = rangeOf({ story: lit.story, step })
    return range ? [{ range, options: { className: step === lit.step ? 'wb-lit' : 'wb-lit-beside' } }] : []
  })
}

/** Makes the markers by which Monaco draws squiggles and fills its hovers. */
export function toMarkers(uri: monaco.Uri, stories: Story[]): monaco.editor.IMarkerData[] {
  return stories.flatMap((story) =>
    story.steps
      .filter(({ isPrimary, isHere }) => isPrimary && isHere)
      .map(({ span }) => toMarker(uri, story, span!)),
  )
}

function toMarker(uri: monaco.Uri, story: Story, span: Span): monaco.editor.IMarkerData {
  const { severity, code, message, notes, renamed, source } = story
  return {
    ...toRange(firstLineOf(span)),
    severity: markerSeverity[severity],
    source,
    ...(code && { code }),
    message: [
      message,
      ...renamed.map(describeRenamed),
      ...notes.map((note) => `${describeSeverity(note.severity)}: ${note.message}`),
    ].join('\n'),
    relatedInformation: story.steps
      .filter((step) => step.isHere && !(step.isPrimary && !step.words))
      .map((step) => ({ ...toRange(step.span!), resource: uri, message: describeStep(story, step) })),
  }
}

/** Of a span of several lines the first has the squiggle; a bracket holds the rest. Longer than a line is never. */
function firstLineOf({ start, end, ...span }: Span): Span {
  return { ...span, start, end: start.line === end.line ? end : { line: start.line, column: 10_000 } }
}

const markerSeverity: Record<Severity, monaco.MarkerSeverity> = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  note: monaco.MarkerSeverity.Info,
  help: monaco.MarkerSeverity.Hint,
}

/** Converts a span into Monaco's range. */
export function toRange({ start, end }: Span): monaco.IRange {
  return {
    startLineNumber: start.line,
    startColumn: start.column,
    endLineNumber: end.line,
    endColumn: end.column,
  }
}

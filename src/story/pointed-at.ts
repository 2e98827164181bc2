import type { Severity, Span } from '#protocol/diagnostic.ts'
import type { StepRef, Story } from './story.ts'

/** A span of the code that a story points at. */
export interface PointedAt {
  span: Span
  /** How it is underlined: `context` for all but a story's message. */
  look: Severity | 'context'
  /** The step that it belongs to; undefined where a span has no words. */
  ref?: StepRef
}

/** Collects the spans that stories point at in their file. */
export function pointedAt(stories: Story[]): PointedAt[] {
  return stories.flatMap((story, index) => [
    ...story.steps.flatMap(({ span, isHere, isPrimary }, step): PointedAt[] => {
      const look = isPrimary ? story.severity : 'context'
      return span && isHere ? [{ span, look, ref: { story: index, step } }] : []
    }),
    ...story.marks.map((span): PointedAt => ({ span, look: 'context' })),
  ])
}

/** Renders the piece of each bracket on one line as HTML for styles/story.css; brackets hold spans of several lines together. */
export function renderBrackets(pointed: Pick<PointedAt, 'span' | 'look'>[], line: number): string {
  return pointed
    .filter(({ span: { start, end } }) => start.line < end.line && start.line <= line && line <= end.line)
    .map(({ span, look }) => `<i class="bracket bracket-${look}${endOf(span, line)}"></i>`)
    .join('')
}

function endOf({ start, end }: Span, line: number): string {
  if (line === start.line) return ' bracket-first'
  return line === end.line ? ' bracket-last' : ''
}

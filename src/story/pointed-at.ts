import type { Severity, Span } from '#protocol/diagnostic.ts'
import type { StepRef, Story } from './story.ts'

/** A stretch of the code that a story points at. */
export interface PointedAt {
  span: Span
  /** How it is underlined. */
  look: Severity | 'context'
  /** The step that it belongs to; nothing for one without a word. */
  ref?: StepRef
}

/** All stretches that stories point at in their file. */
export function pointedAt(stories: Story[]): PointedAt[] {
  return stories.flatMap((story, index) => [
    ...story.steps.flatMap(({ span, isHere, isPrimary }, step): PointedAt[] => {
      const look = isPrimary ? story.severity : 'context'
      return span && isHere ? [{ span, look, ref: { story: index, step } }] : []
    }),
    ...story.marks.map((span): PointedAt => ({ span, look: 'context' })),
  ])
}

/** The piece of each bracket on one line, as HTML: brackets hold spans of several lines together. Made for story.css. */
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

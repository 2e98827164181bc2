import type { Story } from './story.ts'

/** The lines that stories say something of, in order, each once. */
export function linesOf(stories: Story[]): number[] {
  const lines = stories.flatMap(({ steps }) =>
    steps.flatMap(({ span, isHere }) => (span && isHere ? [span.start.line] : [])),
  )
  return [...new Set(lines)].sort((a, b) => a - b)
}

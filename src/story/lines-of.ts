import type { Story } from './story.ts'

/** Collects the lines that have a step, in order, each once; pages show only what is around them. */
export function linesOf(stories: Story[]): number[] {
  const lines = stories.flatMap(({ steps }) =>
    steps.flatMap(({ span, isHere }) => (span && isHere ? [span.start.line] : [])),
  )
  return [...new Set(lines)].sort((a, b) => a - b)
}

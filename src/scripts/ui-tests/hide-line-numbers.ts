/** Renders a message as rustc does under `-Zui-testing`: with LL for each line number, in a margin of two. */
export function hideLineNumbers(rendered: string): string {
  const margin = marginOf(rendered)
  if (margin === undefined) return rendered
  let inHead = false
  return rendered
    .split('\n')
    .map((line) => {
      if (isHead(line)) inHead = true
      else if (isDrawing(line, margin)) inHead = false
      return inHead ? line : hideNumber(line, margin)
    })
    .join('\n')
}

/** Counts the digits of the largest line number that a message shows; undefined if it shows none. */
export function marginOf(rendered: string): number | undefined {
  return /^( *)(?:-->| = (?:note|help|warning|error): )/m.exec(rendered)?.[1]!.length
}

function isHead(line: string): boolean {
  return /^(error|warning|note|help)\b/.test(line)
}

function isDrawing(line: string, margin: number): boolean {
  const rest = line.slice(margin)
  return /^ *$/.test(line.slice(0, margin)) && /^( \||-->| = |:::)/.test(rest)
}

function hideNumber(line: string, margin: number): string {
  if (line.startsWith('...'))
    return line.replace(/^\.\.\.( *)(?=[|/])/, (_, space: string) => toElision(space, margin))
  if (/^\d/.test(line))
    return line.replace(/^\d+ */, (number) => `LL${number.slice(margin).replace(/\d/g, '')}`)
  return line.startsWith(' '.repeat(margin)) ? `  ${line.slice(margin)}` : line
}

/** Lines of a span are drawn on beside the dots. */
function toElision(space: string, margin: number): string {
  return `...${' '.repeat(Math.max(0, space.length + 2 - margin))}`
}

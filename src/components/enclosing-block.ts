import type { LineRange } from '#markdown/render-code.ts'

/** Widens lines of indented code (from 1) to the function around them. */
export function enclosingBlock(code: string, lines: number[]): LineRange {
  const text = code.split('\n')
  const [first, last] = [Math.min(...lines), Math.max(...lines)]
  const inner = Math.min(
    ...text
      .slice(first - 1, last)
      .filter(isCode)
      .map(indentOf),
  )
  const isOutside = (line: string) => /\w|\}/.test(line) && indentOf(line) < inner
  const from = text.findLastIndex((line, index) => index < first - 1 && isOutside(line))
  const to = text.findIndex((line, index) => index > last - 1 && isOutside(line))
  return { from: from < 0 ? 1 : from + 1, to: to < 0 ? text.length : to + 1 }
}

/** The lines and what one needs to see to read them: the block around if it is short, else two lines on either side. */
export function surroundings(code: string, lines: number[]): LineRange {
  const block = enclosingBlock(code, lines)
  if (block.to - block.from < 16) return block
  const last = code.trimEnd().split('\n').length
  return { from: Math.max(1, Math.min(...lines) - 2), to: Math.min(last, Math.max(...lines) + 2) }
}

function isCode(line: string): boolean {
  return line.trim() !== ''
}

function indentOf(line: string): number {
  return /^\s*/.exec(line)![0].length
}

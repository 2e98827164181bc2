import type { KernelReport } from '#protocol/kernel-report.ts'
import type { ConsoleLine } from './console-line.ts'
import type { Fold } from './fold.ts'

/**
 * Finds where the kernel says again what it has reported: a report is told once, and stands on the console as often as it
 * came. Its first line, its headline and its last line are the same but for addresses and other numbers.
 */
export function findRepeats(folds: Fold[], lines: ConsoleLine[]): Fold[] {
  if (folds.length === 0) return []
  const [patterns, shapes] = [folds.flatMap(toPattern), lines.map(toShape)]
  return toRest(folds, lines.length).flatMap((rest) => findIn(patterns, { lines, shapes, ...rest }))
}

/** What a report looks like, without its numbers. */
interface Pattern {
  report: KernelReport
  first: string
  /** Which of its lines is the headline. */
  head: number
  headline: string
  last: string
  length: number
}

function toPattern({ report, body }: Fold): Pattern[] {
  const head = body.findIndex(({ text }) => text !== '' && report.title.startsWith(text.trimEnd()))
  if (head < 0) return []
  const [first, headline, last] = [body[0]!, body[head]!, body.at(-1)!].map(toShape)
  return [{ report, first: first!, head, headline: headline!, last: last!, length: body.length }]
}

function toShape({ text }: ConsoleLine): string {
  return text.trimEnd().replaceAll(/0x[0-9a-f]+|\b[0-9a-f]{8,16}\b|\d+/g, '#')
}

interface Rest {
  from: number
  to: number
}

/** What lies between reports. */
function toRest(folds: Fold[], length: number): Rest[] {
  const sorted = folds.toSorted((a, b) => a.from - b.from)
  return [...sorted, { from: length }].map(({ from: to }, index) => ({
    from: sorted[index - 1]?.to ?? 0,
    to,
  }))
}

interface Search extends Rest {
  lines: ConsoleLine[]
  shapes: string[]
}

function findIn(patterns: Pattern[], search: Search): Fold[] {
  const found: Fold[] = []
  for (let at = search.from; at < search.to; at += 1) {
    const repeat = toRepeat(patterns, { ...search, from: at })
    if (!repeat) continue
    found.push(repeat)
    at = repeat.to - 1
  }
  return found
}

/** The repeat that begins with the first line of what is searched. */
function toRepeat(patterns: Pattern[], { lines, shapes, from, to }: Search): Fold | undefined {
  for (const { report, first, head, headline, last, length } of patterns) {
    if (shapes[from] !== first || shapes[from + head] !== headline) continue
    const end = shapes.slice(0, Math.min(to, from + mostTimes * length)).indexOf(last, from + head + 1)
    if (end < 0) continue
    const all = lines.slice(from, end + 1)
    const [body, between] = [true, false].map((is) => all.filter(({ stamp }) => is === (stamp !== undefined)))
    return { report, again: lines[from + head]!.text, body: body!, from, to: end + 1, between: between! }
  }
  return undefined
}

/** A trace may be longer where the kernel came there another way, and programs write between its lines. */
const mostTimes = 2

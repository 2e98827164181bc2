import { describeFold } from '#course/describe-fold.ts'
import type { AnnotatedSource, Fold } from '#course/duties.ts'
import type { FoldedRange, LineRange } from '#markdown/render-code.ts'

/** Chooses what of a source is folded: all but the parts that carry duties, and what its author folds; with the author's words for it. */
export function foldSource({ text, duties, folds }: AnnotatedSource): FoldedRange[] {
  const lines = duties.flatMap((duty) => duty.lines)
  const boilerplate = folds.filter(({ from, to }) => !lines.some((line) => from <= line && line <= to))
  return merge([...foldLines(text, lines), ...boilerplate]).map((range) => toFolded(range, boilerplate))
}

function merge(ranges: LineRange[]): LineRange[] {
  const merged: LineRange[] = []
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to)
    else merged.push({ from, to })
  }
  return merged
}

function toFolded(range: LineRange, folds: Fold[]): FoldedRange {
  const titles = folds
    .filter(({ from, to }) => range.from <= from && to <= range.to)
    .map(({ title }) => describeFold(title))
  return titles.length > 0 ? { ...range, title: titles.join(', ') } : range
}

/**
 * Chooses what of a source can be folded so that the parts with these lines (from 1) remain: whole functions and
 * types, the head and the end of an `impl` around a method, and comments that stand above. Nothing where no line is given.
 */
export function foldLines(code: string, lines: number[]): LineRange[] {
  if (lines.length === 0) return []
  const text = code.replace(/\n+$/, '').split('\n')
  const all = { from: 1, to: text.length }
  const shown = keep(text, all, { lines: new Set(lines), depth: 0 })
  return toGaps(text, shown, all)
}

interface Wanted {
  lines: Set<number>
  /** Indentation, in characters, of the parts that are chosen from. */
  depth: number
}

/** The parts of a range that have wanted lines; of a long block with parts of its own, again only those. */
function keep(text: string[], range: LineRange, wanted: Wanted): LineRange[] {
  return toParts(text, range, wanted.depth)
    .filter(({ from, to }) => [...wanted.lines].some((line) => from <= line && line <= to))
    .flatMap((part) => keepOf(text, part, wanted))
}

function keepOf(text: string[], part: LineRange, wanted: Wanted): LineRange[] {
  const head = findHead(text, part)
  if (head === undefined) return [part]
  const inner = { from: head + 1, to: part.to - 1 }
  const depth = indentOf(text[head]!)
  return [
    { from: part.from, to: head },
    ...keep(text, inner, { ...wanted, depth }),
    { from: part.to, to: part.to },
  ]
}

/** The line with which an `impl`, a `trait` or a `mod` of several parts opens; it has no other line that is wanted. */
function findHead(text: string[], { from, to }: LineRange): number | undefined {
  for (let line = from; line <= to; line++) {
    if (/^\s*(pub )?(unsafe )?(impl|trait|mod)\b.*\{$/.test(text[line - 1]!)) return line
    if (!/^\s*(\/\/|#\[|$)/.test(text[line - 1]!)) return undefined
  }
  return undefined
}

/** Splits where a line with this indentation follows an empty one. */
function toParts(text: string[], { from, to }: LineRange, depth: number): LineRange[] {
  const starts: number[] = []
  for (let line = from; line <= to; line++) {
    const isStart = line === from || text[line - 2] === ''
    if (isStart && text[line - 1] !== '' && indentOf(text[line - 1]!) <= depth) starts.push(line)
  }
  return starts.map((start, index) => {
    let end = (starts[index + 1] ?? to + 1) - 1
    while (end > start && text[end - 1] === '') end -= 1
    return { from: start, to: end }
  })
}

/** What lies between; a gap of fewer than three lines of code is not worth a fold. */
function toGaps(text: string[], shown: LineRange[], all: LineRange): LineRange[] {
  const edges = [{ from: 0, to: all.from - 1 }, ...shown, { from: all.to + 1, to: all.to + 1 }]
  return edges
    .slice(1)
    .map(({ from }, index) => ({ from: edges[index]!.to + 1, to: from - 1 }))
    .filter(({ from, to }) => text.slice(from - 1, to).filter((line) => line.trim() !== '').length > 2)
}

function indentOf(line: string): number {
  return /^\s*/.exec(line)![0].length
}

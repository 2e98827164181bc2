import type { SourceFiles } from '#protocol/compile.ts'
import type { Span } from '#protocol/diagnostic.ts'
import { nameOf } from '../source/source.ts'

/** The files that spans are in, and what the user calls them. */
export interface NamedFiles {
  files: SourceFiles
  names: Record<string, string>
  /** Lines to show above and below each that is pointed at; none if this is not given. */
  around?: number
}

/** Shows the lines that spans point at, with marks and labels below them, in the form of rustc: the primary file first. */
export function renderSpans(spans: Span[], program: NamedFiles): string[] {
  const primary = spans.find((span) => span.primary) ?? spans[0]
  if (!primary) return []
  const paths = [...new Set([primary.file, ...spans.map(({ file }) => file)])]
  return paths.flatMap((path, index) => {
    const here = spans.filter(({ file }) => file === path)
    const { line, column } = (here.find((span) => span.primary) ?? here[0]!).start
    const place = `${index === 0 ? '-->' : ':::'} ${nameOf(program, path)}:${line}:${column}`
    const text = Object.hasOwn(program.files, path) ? program.files[path] : undefined
    return text === undefined
      ? [` ${place}${labelsOf(here)}`]
      : renderFile(here, place, { text, around: program.around ?? 0 })
  })
}

function labelsOf(spans: Span[]): string {
  const labels = spans.flatMap(({ label }) => label ?? [])
  return labels.length === 0 ? '' : `: ${labels.join('; ')}`
}

function renderFile(
  spans: Span[],
  place: string,
  { text, around }: { text: string; around: number },
): string[] {
  const lines = text.split(/\r?\n/)
  const shown = shownLines(spans, around).filter((line) => line <= lines.length)
  const width = String(shown.at(-1) ?? 1).length
  const gutter = (number: string) => `${number.padStart(width)} |`
  const rows = shown.flatMap((line, index) => {
    const isGap = index > 0 && line > shown[index - 1]! + 1
    const code = expandTabs(lines[line - 1]!)
    const marks = spans
      .filter(({ start }) => start.line === line)
      .map((span) => toMark(span, lines[line - 1]!))
    return [
      ...(isGap ? ['...'] : []),
      `${gutter(String(line))} ${code}`.trimEnd(),
      ...marks.map((mark) => `${gutter('')} ${mark}`),
    ]
  })
  return [`${' '.repeat(width)}${place}`, gutter(''), ...rows]
}

function shownLines(spans: Span[], around: number): number[] {
  const lines = spans.flatMap(({ start: { line } }) =>
    Array.from({ length: 2 * around + 1 }, (_, index) => line - around + index),
  )
  return [...new Set(lines)].filter((line) => line > 0).sort((a, b) => a - b)
}

/** What goes on in the next lines is marked to the end of its first. */
function toMark({ start, end, primary, label }: Span, code: string): string {
  const from = expandTabs(code.slice(0, start.column - 1)).length
  const last = end.line > start.line ? code.length : end.column - 1
  const length = Math.max(1, expandTabs(code.slice(0, last)).length - from)
  return `${' '.repeat(from)}${(primary ? '^' : '-').repeat(length)} ${label ?? ''}`.trimEnd()
}

function expandTabs(text: string): string {
  return text.replaceAll('\t', '    ')
}

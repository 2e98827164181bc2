import type { Language } from '#protocol/compile.ts'
import type { Diagnostic, Fix, Span } from '#protocol/diagnostic.ts'
import type { RenamedRow, RenamedSign } from '#protocol/renamed-row.ts'

/** A row that a diagnostic is about, and where. */
export interface RenamedMatch {
  row: RenamedRow
  /** What makes the new of the old; absent where that takes more than an edit of one line. */
  fix?: Fix
}

/** The edited file, and in which language it is. */
export interface RenamedText {
  file: string
  text: string
  language: Language
}

/**
 * Finds the rows that an error is about, one for each place that it points at; of several that fit the first counts.
 * What fits no row in all that the row asks for gives nothing.
 */
export function matchRenamed(
  rows: readonly RenamedRow[],
  diagnostic: Diagnostic,
  { file, text, language }: RenamedText,
): RenamedMatch[] {
  if (diagnostic.severity !== 'error') return []
  const lines = text.split('\n')
  const places = diagnostic.spans.filter((span) => span.primary && span.file === file && !span.external)
  const matches = places.flatMap((span) => {
    const place: Place = { span, line: (lines[span.start.line - 1] ?? '').replace(/\r$/, '') }
    const row = rows.find((row) => row.language === language && isTold(row.told, diagnostic, place))
    return row ? [toMatch(row, place)] : []
  })
  return matches.filter(({ row }, index) => matches.findIndex((other) => other.row === row) === index)
}

interface Place {
  span: Span
  line: string
}

function isTold(sign: RenamedSign, diagnostic: Diagnostic, { span, line }: Place): boolean {
  return (
    sign.code === diagnostic.code &&
    new RegExp(sign.says, 'u').test(diagnostic.message) &&
    (sign.line === undefined || new RegExp(sign.line, 'u').test(line)) &&
    (sign.at === undefined || new RegExp(`^(?:${sign.at})$`, 'u').test(textOf(span, line))) &&
    (sign.defined === undefined || filesOf(diagnostic).includes(sign.defined))
  )
}

/** Of a span of several lines its first one. */
function textOf({ start, end }: Span, line: string): string {
  return line.slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined)
}

function filesOf({ spans, children }: Diagnostic): string[] {
  return [...spans, ...children.flatMap((child) => child.spans)]
    .filter(({ external }) => external)
    .map(({ file }) => file)
}

function toMatch(row: RenamedRow, place: Place): RenamedMatch {
  const fix = row.fix && toFix(row, row.fix, place)
  return { row, ...(fix && { fix }) }
}

/** Of two that are found in a line, the one at the place is changed. */
function toFix(
  row: RenamedRow,
  { find, put }: NonNullable<RenamedRow['fix']>,
  place: Place,
): Fix | undefined {
  const { span, line } = place
  const all = [...line.matchAll(new RegExp(find, 'gu'))]
  const from = span.start.column - 1
  const found =
    all.length === 1 ? all[0] : all.find(({ 0: old, index }) => index <= from && from < index + old.length)
  if (!found) return undefined
  const at = (column: number) => ({ line: span.start.line, column: column + 1 })
  const start = at(found.index)
  const end = at(found.index + found[0].length)
  const text = put.replaceAll(/\$(\d)/g, (_, group: string) => found[Number(group)] ?? '')
  const edited = { file: span.file, start, end, primary: true }
  return {
    title: `use \`${row.new}\``,
    edits: [{ span: edited, text }],
    applicability: 'MachineApplicable',
  }
}

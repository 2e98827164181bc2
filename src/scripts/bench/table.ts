import { isMet, toText, type Figure } from './figure.ts'

/** Lays figures out as a table with their details, and below it says how many aims are missed. */
export function formatTable(figures: Figure[]): string {
  const rows = [['', 'measured', 'aim', ''], ...figures.map(toRow)]
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)))
  const lines = rows.map(([what, measured, aim, mark]) =>
    `${what!.padEnd(widths[0]!)}  ${measured!.padStart(widths[1]!)}  ${aim!.padEnd(widths[2]!)}  ${mark}`.trimEnd(),
  )
  const [head, ...body] = lines
  const rule = '─'.repeat(Math.max(...lines.map((line) => line.length)))
  const detailed = body.flatMap((line, index) => [
    line,
    ...figures[index]!.details.map((detail) => `    ${detail}`),
  ])
  return [head, rule, ...detailed, rule, toVerdict(figures)].join('\n')
}

function toRow(figure: Figure): string[] {
  const met = isMet(figure)
  const mark = met === undefined ? '' : met ? '✓' : '✗ missed'
  return [figure.what, toText(figure.value, figure.unit), toAim(figure), mark]
}

function toAim({ aim, unit }: Figure): string {
  if (!aim) return ''
  return 'atMost' in aim ? `≤ ${aim.atMost} ${unit}` : `≥ ${aim.atLeast} ${unit}`
}

function toVerdict(figures: Figure[]): string {
  const judged = figures.filter((figure) => figure.aim)
  const missed = judged.filter((figure) => !isMet(figure))
  if (missed.length === 0) return `All ${judged.length} aims are met.`
  return `${missed.length} of ${judged.length} aims missed: ${missed.map(({ what }) => what).join('; ')}.`
}

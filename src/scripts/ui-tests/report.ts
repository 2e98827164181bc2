import type { Judged, JudgedTest } from './judge-all.ts'
import type { Verdict } from './judge.ts'

/** Describes where single tests differ, in six lines each or `inFull`; empty if none does. */
export function describeTests({ path, tests }: Judged, { inFull }: { inFull: boolean }): string {
  const lines = tests.flatMap(({ name, verdict }) => describeVerdict(name, verdict, inFull))
  return lines.length === 0 ? '' : [`\n${path}`, ...lines].join('\n')
}

function describeVerdict(name: string, verdict: Verdict, inFull: boolean): string[] {
  if (verdict.kind === 'not reproduced' && inFull) return [`  not reproduced: ${name}`]
  if (verdict.kind !== 'different') return []
  const lines = verdict.differences.flatMap((line) => line.split('\n'))
  const shown = inFull ? lines : lines.slice(0, shortLines)
  const rest = lines.length - shown.length
  return [
    `  different: ${name}`,
    ...shown.map((line) => `    ${line}`),
    ...(rest > 0 ? [`    … ${rest} more lines with --list`] : []),
  ]
}

const shortLines = 6

/** What a run prints at its end, and the counts that its exit code depends on. */
export interface Report {
  text: string
  compared: number
  failed: number
}

/** Formats the tables that close a run, and the line that counts what was compared. */
export function formatReport(all: Judged[]): Report {
  const tests = all.flatMap((judged) => judged.tests)
  const [passed, failed] = [count(tests, 'same'), count(tests, 'different')]
  const parts = [
    alignColumns([columns, ...all.map(toRow), ...(all.length > 1 ? [toRow(toSum(all))] : [])]),
    formatCounts('Skipped, because the test', tests.flatMap(toReason)),
    formatCounts('Left out of the comparison, times', tests.flatMap(toRules)),
    `${all.reduce((sum, { withoutStderr }) => sum + withoutStderr, 0)} files without a .stderr file were not looked at.`,
    passed + failed === 0 ? nothingCompared : '',
    `${passed} passed, ${failed} failed`,
  ]
  return { text: parts.filter((part) => part !== '').join('\n\n'), compared: passed + failed, failed }
}

const nothingCompared =
  'Nothing could be compared. Take tests of the rustc that the toolroom has: npm run toolroom -- status'

const columns = ['', 'tests', 'skipped', 'not reproduced', 'compared', 'same', 'different']

function toRow({ path, tests }: Judged): string[] {
  const [skipped, notReproduced] = [count(tests, 'skipped'), count(tests, 'not reproduced')]
  const [same, different] = [count(tests, 'same'), count(tests, 'different')]
  return [path, ...[tests.length, skipped, notReproduced, same + different, same, different].map(String)]
}

function toSum(all: Judged[]): Judged {
  return { path: 'all', withoutStderr: 0, tests: all.flatMap(({ tests }) => tests) }
}

function count(tests: JudgedTest[], kind: Verdict['kind']): number {
  return tests.filter(({ verdict }) => verdict.kind === kind).length
}

function toReason({ verdict }: JudgedTest): string[] {
  return verdict.kind === 'skipped' ? [verdict.reason] : []
}

function toRules({ verdict }: JudgedTest): string[] {
  return 'rules' in verdict ? verdict.rules : []
}

function alignColumns(rows: string[][]): string {
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map((row) =>
      row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))),
    )
    .map((cells) => cells.join('  '))
    .join('\n')
}

function formatCounts(title: string, names: string[]): string {
  const counts = Map.groupBy(names, (name) => name)
  const lines = [...counts].map(([name, of]) => `${`${of.length}`.padStart(7)}  ${name}`)
  return lines.length === 0 ? '' : [`${title}:`, ...lines.sort().reverse()].join('\n')
}

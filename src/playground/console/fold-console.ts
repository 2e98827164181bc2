import type { KernelReport } from '#protocol/kernel-report.ts'
import { type ConsoleLine, toConsoleLine } from './console-line.ts'

/** What a console shows in one piece: a line, a report of the kernel, or how the kernel started. */
export type ConsoleEntry =
  | { kind: 'line'; line: ConsoleLine }
  | { kind: 'report'; report: KernelReport; lines: ConsoleLine[] }
  | { kind: 'start'; lines: ConsoleLine[] }
  | { kind: 'gap'; count: number }

/** Folds the start of the kernel, and each report where it stands; one that stands nowhere comes last. */
export function foldConsole(raw: string[], reports: KernelReport[]): ConsoleEntry[] {
  const lines = raw.map(toConsoleLine)
  const folds = reports.map((report) => toFold(report, lines)).sort((a, b) => a.from - b.from)
  const start = toStart(lines)
  const entries: ConsoleEntry[] = start ? [start] : []
  let from = start?.lines.length ?? 0
  for (const { report, body, ...fold } of folds) {
    entries.push(...lines.slice(from, fold.from).map(toEntry), { kind: 'report', report, lines: body })
    from = Math.max(from, fold.to)
  }
  return [...entries, ...lines.slice(from).map(toEntry)]
}

interface Fold {
  report: KernelReport
  body: ConsoleLine[]
  from: number
  to: number
}

/** Where the lines of a report are; time stamps may be left out of it. */
function toFold(report: KernelReport, lines: ConsoleLine[]): Fold {
  const body = report.text.trimEnd().split('\n').map(toConsoleLine)
  const at = lines.findIndex((_, from) => body.every((line, index) => isSame(line, lines[from + index])))
  const from = at === -1 ? lines.length : at
  return { report, body, from, to: at === -1 ? from : at + body.length }
}

function isSame(a: ConsoleLine, b: ConsoleLine | undefined): boolean {
  return a.text.trimEnd() === b?.text.trimEnd()
}

/** What stands before the first command, once there is one. */
function toStart(lines: ConsoleLine[]): Extract<ConsoleEntry, { kind: 'start' }> | undefined {
  const first = lines.findIndex(({ kind }) => kind === 'command')
  return first > 3 ? { kind: 'start', lines: lines.slice(0, first) } : undefined
}

function toEntry(line: ConsoleLine): ConsoleEntry {
  return { kind: 'line', line }
}

import type { KernelReport } from '#protocol/kernel-report.ts'
import { type ConsoleLine, toConsoleLine } from './console-line.ts'
import { findRepeats } from './find-repeats.ts'
import type { Fold, Stretch } from './fold.ts'

/** What a console shows in one piece: a line, a report of the kernel, or how the kernel started. */
export type ConsoleEntry =
  | { kind: 'line'; line: ConsoleLine }
  | { kind: 'report'; report: KernelReport; lines: ConsoleLine[]; again?: string | undefined }
  | { kind: 'start'; lines: ConsoleLine[] }
  | { kind: 'gap'; count: number }

/** Folds the start of the kernel, and each report where it stands, however often; one that stands nowhere comes last. */
export function foldConsole(raw: string[], reports: KernelReport[]): ConsoleEntry[] {
  const lines = raw.map(toConsoleLine)
  const told = reports.map((report) => toFold(report, lines))
  const folds = [...told, ...findRepeats(told, lines)].toSorted((a, b) => a.from - b.from)
  const start = toStart(lines)
  const entries: ConsoleEntry[] = start ? [start] : []
  let from = start?.lines.length ?? 0
  for (const { report, body, again, ...fold } of folds) {
    entries.push(...lines.slice(from, fold.from).map(toEntry))
    entries.push({ kind: 'report', report, lines: body, again }, ...fold.between.map(toEntry))
    from = Math.max(from, fold.to)
  }
  return [...entries, ...lines.slice(from).map(toEntry)]
}

/** Where the lines of a report are. */
function toFold(report: KernelReport, lines: ConsoleLine[]): Fold {
  const body = report.text.trimEnd().split('\n').map(toConsoleLine)
  for (const from of lines.keys()) {
    const found = follow(body, lines, from)
    if (found) return { report, body, ...found }
  }
  return { report, body, from: lines.length, to: lines.length, between: [] }
}

function follow(body: ConsoleLine[], lines: ConsoleLine[], from: number): Stretch | undefined {
  const between: ConsoleLine[] = []
  let to = from
  for (const line of body) {
    while (to > from && lines[to] && !lines[to]!.stamp && !isSame(line, lines[to])) between.push(lines[to++]!)
    if (!isSame(line, lines[to++])) return undefined
  }
  return { from, to, between }
}

/** A report has the names of Rust's functions as people write them, the console as the linker has them. */
function isSame({ text }: ConsoleLine, onConsole: ConsoleLine | undefined): boolean {
  if (!onConsole) return false
  const [before, ...parts] = onConsole.text.trimEnd().split(mangled)
  const told = text.trimEnd()
  const after = parts.at(-1)
  return after === undefined ? told === before : told.startsWith(before!) && told.endsWith(after)
}

const mangled = /\b_R\w+/

/** What stands before the first command, once there is one. */
function toStart(lines: ConsoleLine[]): Extract<ConsoleEntry, { kind: 'start' }> | undefined {
  const first = lines.findIndex(({ kind }) => kind === 'command')
  return first > 3 ? { kind: 'start', lines: lines.slice(0, first) } : undefined
}

function toEntry(line: ConsoleLine): ConsoleEntry {
  return { kind: 'line', line }
}

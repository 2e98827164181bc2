import type { Verdict } from '#protocol/boot.ts'
import type { Span } from '#protocol/diagnostic.ts'
import type { KernelReport, ReportKind } from '#protocol/kernel-report.ts'
import type { RecordedBoot } from '#course/parts.ts'
import { consoleOf, reportsOf } from '#protocol/boot-events.ts'

/** What every boot of the same module and script has in common. */
export interface StableBoot {
  kernel: string
  commands: string[]
  report?: { kind: ReportKind; title: string; spans: string[] }
  verdict: Verdict | undefined
}

/** Leaves out what chance decides: addresses, times, process numbers, and what comes after memory is corrupted. */
export function toStableBoot({ kernel, events }: RecordedBoot): StableBoot {
  const [first] = reportsOf(events)
  return {
    kernel,
    commands: readCommands(consoleOf(events)),
    ...(first && { report: toStableReport(first) }),
    verdict: events.flatMap((event) => (event.kind === 'finished' ? event.verdict : []))[0],
  }
}

/** What a command printed before need not end with its line. */
function readCommands(text: string): string[] {
  return [...text.matchAll(/^(?!\[ *\d).*?# (.+)$/gm)].map(([, command]) => command!)
}

function toStableReport({ kind, title, spans }: KernelReport): StableBoot['report'] {
  return { kind, title: withoutChance(title), spans: spans.map(toText) }
}

/** Leaves offsets, addresses and numbers of processes out of a line of a kernel's console. */
export function withoutChance(line: string): string {
  return line
    .replaceAll(/\+0x[0-9a-f]+\/0x[0-9a-f]+/g, '')
    .replaceAll(/\b(0x)?[0-9a-f]{8,}\b|\b0x[0-9a-f]+\b/g, '…')
    .replaceAll(/(\bCPU#)\d+(: [^\s/]+\/)\d+/g, '$1…$2…')
    .replaceAll(
      /(\btask [^\s/:]+[/:]|\btask |\[[^\s\]:]+:(?=\d+\]$)|\bPID: |\bCPU: |\bCPU |\bstuck for )\d+/g,
      '$1…',
    )
}

function toText({ file, start, end, primary, label }: Span): string {
  const place = `${file}:${start.line}:${start.column}-${end.line}:${end.column}`
  return `${place}${primary ? ' primary' : ''}${label === undefined ? '' : ` ${toLabel(label)}`}`
}

/** One that waits in a loop is seen asleep or awake, or at the lock that it takes each time. */
function toLabel(label: string): string {
  return withoutChance(label).replace(/^(still waits|is still|waits) here\b.*$/, 'is still here')
}

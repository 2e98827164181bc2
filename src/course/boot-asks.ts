import { t } from '#i18n/t.ts'
import type { KernelReport, ReportKind } from '#protocol/kernel-report.ts'

/** What a boot script asks besides lines that must come. */
export type Ask =
  /** No line of the console has this text. */
  | { kind: 'never'; text: string }
  /** The kernel reports this kind, or does not; `at`: on a line of the driver with this text. */
  | { kind: 'report'; report: ReportKind; comes: boolean; at?: string }
  /** So many tests of the reader's own ran. */
  | { kind: 'tests'; least: number }
  /** A line of the driver has this text, or none has it: for what no boot can tell. */
  | { kind: 'code'; text: string; comes: boolean }

/** Reads `#! text`, `#report KIND`, `#no-report KIND`, both perhaps with `at TEXT`, `#tests N`, `#code TEXT` and `#no-code TEXT`; undefined of anything else. */
export function readAsk(line: string): Ask | undefined {
  if (line.startsWith('#!')) return { kind: 'never', text: line.slice(2).trim() }
  const [, word, rest = ''] = /^#([a-z-]+)(?:\s+(.*))?$/.exec(line) ?? []
  const isOfCode = (word === 'code' || word === 'no-code') && rest !== ''
  if (isOfCode) return { kind: 'code', text: rest, comes: word === 'code' }
  if (word === 'tests' && /^\d{1,3}$/.test(rest)) return { kind: 'tests', least: Number(rest) }
  if (word !== 'report' && word !== 'no-report') return undefined
  const [, report = '', at] = /^(\S+)(?:\s+at\s+(.+))?$/.exec(rest) ?? []
  if (!isReportKind(report)) return undefined
  return { kind: 'report', report, comes: word === 'report', ...(at !== undefined && { at }) }
}

function isReportKind(word: string): word is ReportKind {
  return (kinds as readonly string[]).includes(word)
}

/** A schema has no place in what a page loads first; the compiler refuses a kind that is missing here. */
const kinds = Object.keys({
  ...{ kasan: 0, lockdep: 0, oops: 0, panic: 0, hang: 0, leak: 0, atomic: 0, warning: 0, ubsan: 0 },
} satisfies Record<ReportKind, 0>) as ReportKind[]

/** Says in words what a report had to be. */
export function describeReportAsk({ report, comes, at }: Extract<Ask, { kind: 'report' }>): string {
  if (at === undefined)
    return comes
      ? t('the kernel reports: {report}', { report })
      : t('the kernel does not report: {report}', { report })
  return comes
    ? t('the kernel reports: {report} on a line with «{text}»', { report, text: at })
    : t('the kernel does not report: {report} on a line with «{text}»', { report, text: at })
}

/** Whether a report is of a kind, and has a place on a line with the text. */
export function isAsked(
  { report, at }: Extract<Ask, { kind: 'report' }>,
  { kind, spans }: KernelReport,
  files: Record<string, string>,
): boolean {
  if (kind !== report) return false
  if (at === undefined) return true
  return spans.some(({ file, start }) => files[file]?.split('\n')[start.line - 1]?.includes(at))
}

import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { KernelReport } from '#protocol/kernel-report.ts'
import { reportToDiagnostic } from '#protocol/report-to-diagnostic.ts'

/** Turns a report of the kernel into the diagnostic that is shown in and beside the code, under its short headline. */
export function toCrash(report: KernelReport): Diagnostic {
  return reportToDiagnostic({ ...report, title: toHeadline(report) })
}

/** The headline of a report without offsets: what kind, and in which function. */
export function toHeadline({ title }: KernelReport): string {
  return title.replace(/\+0x[0-9a-f]+\/0x[0-9a-f]+/g, '').replace(/ \[driver(_c|_rust)?\]/g, '')
}

/** Where in the driver it happened, such as `driver.c:31`; undefined where the report names no line of it. */
export function placeOf({ spans }: KernelReport): string | undefined {
  const span = spans.find(({ primary, external }) => primary && !external)
  return span && `${span.file}:${span.start.line}`
}

import type { BootEvent } from './boot.ts'
import type { KernelReport } from './kernel-report.ts'

/** Joins all that the console of a boot showed. */
export function consoleOf(events: BootEvent[]): string {
  return events.map((event) => (event.kind === 'console' ? event.text : '')).join('')
}

/** Picks the kernel's reports out of a boot, in their order. */
export function reportsOf(events: BootEvent[]): KernelReport[] {
  return events.flatMap((event) => (event.kind === 'report' ? event.report : []))
}

import type { BootEvent } from '#protocol/boot.ts'
import type { KernelReport } from '#protocol/kernel-report.ts'

/** All that a boot's console showed. */
export function consoleOf(events: BootEvent[]): string {
  return events.map((event) => (event.kind === 'console' ? event.text : '')).join('')
}

/** The kernel's reports of a boot, in their order. */
export function reportsOf(events: BootEvent[]): KernelReport[] {
  return events.flatMap((event) => (event.kind === 'report' ? event.report : []))
}

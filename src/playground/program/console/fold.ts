import type { KernelReport } from '#protocol/kernel-report.ts'
import type { ConsoleLine } from './console-line.ts'

/** A report and the lines of a console that are it: those from `from` to before `to`. */
export interface Fold extends Stretch {
  report: KernelReport
  body: ConsoleLine[]
  /** The headline of one that says again what the report does. */
  again?: string
}

export interface Stretch {
  from: number
  to: number
  /** What programs wrote while the kernel was reporting. */
  between: ConsoleLine[]
}

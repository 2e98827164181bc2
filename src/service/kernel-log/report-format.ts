import type { LoggedReport } from './logged-report.ts'

/** How the kernel writes one kind of report, and what we say of it. */
export interface ReportFormat {
  /** What its headlines look like. */
  signs: ReportSign[]
  /** Says in a few words what happened at the place in the driver where it happened. */
  label(report: LoggedReport): string
  /** Reads what a report, given as lines without time stamps, tells of the memory that was hit. */
  readMemory?(words: string[]): Pick<LoggedReport, 'access' | 'object'>
}

/** What a headline looks like, and what it says of its report. */
export interface ReportSign {
  headline: RegExp
  /** True for a headline that special ones begin with as well: it is asked for last. */
  isGeneral?: true
  /** The line above the headline, where that decides. */
  under?: RegExp
  /** The line that is the last of such a report; others end with their call trace. */
  end?: RegExp
  /** Headlines that belong to it: the kernel says more than once that it dies. */
  goesOn?: RegExp
  /** What stands before `file:line` in a headline that names the place. */
  beforePlace?: RegExp
  /** Whether the line below says what went wrong, `apart` from the title or `in title`. */
  remark?: 'apart' | 'in title'
}

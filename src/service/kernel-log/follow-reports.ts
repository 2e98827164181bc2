import type { KernelReport } from '#protocol/kernel-report.ts'

/**
 * Gives reports that are about no line of the driver, but come right after one that is and of the same task, the line of
 * that: one mistake is found by the kernel more than once, further and further from where it was made.
 */
export function placeFollowing(reports: KernelReport[]): KernelReport[] {
  let before: KernelReport | undefined
  return reports.map((report) => {
    const primary = before?.spans.find((span) => span.primary)
    const follows = report.spans.length === 0 && before !== undefined && isRightAfter(report, before)
    const placed = primary && follows ? { ...report, spans: [{ ...primary, label }] } : report
    before = placed
    return placed
  })
}

const label = 'comes right after what went wrong here'

/** Leaves out that a machine hangs where it was told before that what is taken there is no lock. */
export function withoutConsequences(reports: KernelReport[]): KernelReport[] {
  const spoilt = reports.filter(({ title }) => spoiltLock.test(title)).map(toPlace)
  return reports.filter((report) => {
    const place = toPlace(report)
    return report.kind !== 'hang' || place === undefined || !spoilt.includes(place)
  })
}

const spoiltLock = /^BUG: (spin|rw)lock bad magic on /

function toPlace({ spans }: KernelReport): string | undefined {
  const primary = spans.find((span) => span.primary)
  return primary && `${primary.file}:${primary.start.line}`
}

function isRightAfter(report: KernelReport, before: KernelReport): boolean {
  const [one, other] = [before, report].map(({ text }) => readMoment(text))
  return one !== undefined && other !== undefined && one.task === other.task && other.at - one.at <= moment
}

/** Seconds. */
const moment = 0.1

interface Moment {
  at: number
  task: string
}

/** When a report was printed, and for which task. */
function readMoment(text: string): Moment | undefined {
  const at = /^\[ {0,8}(\d{1,10}\.\d{6})\]/.exec(text)?.[1]
  const task = /\] CPU: \d{1,3} UID: \d{1,9} (PID: \d{1,9}) /.exec(text)?.[1]
  return at !== undefined && task !== undefined ? { at: Number(at), task } : undefined
}

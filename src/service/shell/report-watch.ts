import type { ShellEvent } from '#protocol/shell.ts'
import type { SourceFiles } from '#protocol/compile.ts'
import type { KernelEnvironment } from '../kernel/kernel-environment.ts'
import { placeReports } from '../kernel-log/place-reports.ts'

/** A driver as it was built. */
export interface LoadedDriver {
  module: Uint8Array
  files: SourceFiles
}

/** Tells of each report of a kernel whose console goes on. */
export interface ReportWatch {
  /** What the reports are about. */
  about(driver: LoadedDriver): void
  /** Looks for new reports in all that the console has shown, when that has been quiet for a moment. */
  look(): void
  /** The same at once; settles when it has told. */
  finish(): Promise<void>
}

/** Reads the end of a long console only; each report is told once. */
export function createReportWatch(
  environment: KernelEnvironment,
  { console, onEvent, signal }: Watched,
): ReportWatch {
  const told = new Set<string>()
  let driver: LoadedDriver | undefined
  let timer: NodeJS.Timeout | undefined
  let seen = 0
  let looking = Promise.resolve()
  const tell = async (): Promise<void> => {
    const text = console()
    const isNews = driver && mayHoldReport.test(text.slice(Math.max(0, seen - longestHead)))
    seen = text.length
    if (!isNews) return
    const logged = await environment.parsers.parse('kernelLog', { output: text.slice(-mostRead) }, signal)
    if (logged.kind === 'stopped') return
    for (const report of await placeReports({ reports: logged.value, ...driver! }, environment, signal)) {
      if (told.has(report.text)) continue
      told.add(report.text)
      onEvent({ kind: 'report', report })
    }
  }
  const tellInTurn = (): Promise<void> => {
    clearTimeout(timer)
    // Whoever ends the shell ends this too.
    looking = looking.then(tell).catch(() => {})
    return looking
  }
  return {
    about: (loaded) => void (driver = loaded),
    look() {
      clearTimeout(timer)
      timer = setTimeout(() => void tellInTurn(), quiet)
    },
    finish: tellInTurn,
  }
}

interface Watched {
  /** All that it has shown until now. */
  console: () => string
  onEvent: (event: ShellEvent) => void
  signal: AbortSignal
}

/** What each report has in one of its lines. */
const mayHoldReport =
  /BUG:|WARNING:|Call Trace:|INFO:|Oops|panic|Internal error|divide error|general protection|unreferenced object/

/** Characters. */
const [longestHead, mostRead] = [200, 128 * 1024]

/** Milliseconds after which a report is whole. */
const quiet = 250

import type { ShellEvent } from '#protocol/shell.ts'
import type { KernelEnvironment } from '../kernel/kernel-environment.ts'
import { mayHoldReport } from '../kernel-log/may-hold-report.ts'
import { placeReports } from '../kernel-log/place-reports.ts'
import type { LoadedBuilds, ShellBuilds } from './shell-builds.ts'

/** Tells of each report of a kernel whose console goes on. */
export interface ReportWatch {
  /** Looks for new reports in all that the console has shown, when that has been quiet for a moment. */
  look(): void
  /** The same at once; settles when it has told. */
  finish(): Promise<void>
}

/** Reads the end of a long console only; each report is told once, of the builds that were loaded when it came. */
export function createReportWatch(
  environment: KernelEnvironment,
  { console, builds, onEvent, signal }: Watched,
): ReportWatch {
  const told = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let seen = 0
  let looking = Promise.resolve()
  const tell = async (): Promise<void> => {
    const text = console()
    const isNews = mayHoldReport.test(text.slice(Math.max(0, seen - longestHead)))
    seen = text.length
    if (!isNews) return
    const parts = builds.partsFrom(Math.max(0, text.length - mostRead))
    for (const [index, { at, loaded }] of parts.entries())
      await tellPart(text.slice(at, parts[index + 1]?.at), loaded)
  }
  const tellPart = async (output: string, loaded: LoadedBuilds): Promise<void> => {
    const logged = await environment.parsers.parse('kernelLog', { output }, signal)
    const driver = loaded.get('driver')
    if (logged.kind === 'stopped' || !driver) return
    const about = [...loaded.values()].map(({ name, number }) => ({ name, build: number }))
    const run = { ...driver, reports: logged.value, beside: loaded }
    for (const report of await placeReports(run, environment, signal)) {
      if (told.has(report.text)) continue
      told.add(report.text)
      onEvent({ kind: 'report', report, about })
    }
  }
  const tellInTurn = (): Promise<void> => {
    clearTimeout(timer)
    // Whoever ends the shell ends this too.
    looking = looking.then(tell).catch(() => {})
    return looking
  }
  return {
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
  builds: ShellBuilds
  onEvent: (event: ShellEvent) => void
  signal: AbortSignal
}

/** Characters. */
const [longestHead, mostRead] = [200, 128 * 1024]

/** Milliseconds after which a report is whole. */
const quiet = 250

import type { BootEvent } from '#protocol/boot.ts'
import { consoleOf, reportsOf } from '#protocol/boot-events.ts'
import type { SourceFiles } from '#protocol/compile.ts'
import { weigh } from '#course/kinds/measure/weigh.ts'
import { type BootScript, parseBootScript } from '#course/boot-script.ts'
import { isAboutGiven } from '#course/is-about-given.ts'
import { judgeBoot } from '#course/judge-boot.ts'
import { withKunit } from '#course/kunit-files.ts'
import { type CheckReport, isError, toCheckReport, type Trial } from './check-report.ts'
import type { BootClient } from '../backends/boot/boot-client.ts'
import type { CompileClient } from '../backends/compile/compile-client.ts'
import type { InspectClient } from '../backends/inspect/inspect-client.ts'
import type { ProvenExercise } from '../backends/proven-exercise.ts'
import { type RequestFailure, unreachable } from '../backends/request-failure.ts'
import { withRetry } from '../backends/with-retry.ts'
import { measureSide } from './measure-side.ts'

interface Check {
  exercise: ProvenExercise
  files: SourceFiles
  compileClient: CompileClient
  bootClient: BootClient
  inspectClient: InspectClient
  signal: AbortSignal
  /** Hears how many boots come first; of undefined once none do. */
  onPlace?: (ahead: number | undefined) => void
}

/** Checks a driver: by the compiler, the rules, and in a kernel into which it is loaded. Rejects only if the signal fires. */
export async function checkDriver(check: Check): Promise<CheckReport> {
  const { exercise, files, compileClient, signal } = check
  const { rules, variant } = exercise
  const request = { target: 'kernel', language: 'rust', action: 'lint', files, variant } as const
  const [linted, tried, measured] = await Promise.all([
    compileClient.compile(request, signal),
    tryDriver(check),
    measureDriver(check),
  ])
  if (linted.kind !== 'result') return { kind: 'no result', failure: linted }
  if (tried.kind === 'no result') return tried
  if (measured?.kind === 'no result' || measured?.kind === 'stopped') return measured
  if (linted.result.outcome === 'stopped') return { kind: 'stopped', result: linted.result }
  const weighed = measured?.kind === 'sizes' ? weigh(exercise.measured ?? [], measured.sizes) : []
  const diagnostics = linted.result.diagnostics.filter((found) => !isAboutGiven(found, exercise.given))
  return toCheckReport(diagnostics, { rules, weighed }, tried)
}

/** Only of a lesson that measures. */
async function measureDriver({ exercise, files, inspectClient, signal }: Check) {
  const { measured, variant } = exercise
  return measured && measureSide(inspectClient, { language: 'rust', files, variant }, signal)
}

async function tryDriver(check: Check): Promise<Trial | { kind: 'no result'; failure: RequestFailure }> {
  const { bootClient, files, signal, exercise, onPlace } = check
  const asked = parseBootScript(exercise.checkScript ?? exercise.boot)
  const { variant, companions, kunit } = exercise
  const script = asked.commands.join('\n')
  const tested = withKunit(files, kunit)
  const request = { language: 'rust', variant, files: tested, ...companions, script } as const
  let events: BootEvent[] = []
  const send = () => {
    events = []
    const onEvent = (event: BootEvent) => {
      events.push(event)
      if (event.kind === 'waiting') onPlace?.(event.ahead)
      if (event.kind === 'building') onPlace?.(undefined)
    }
    return bootClient.boot(request, onEvent, signal)
  }
  const booted = await withRetry(send, { signal })
  if (booted.kind === 'no result') return booted
  return toTrial(events, { asked, files, kunit }) ?? { kind: 'no result', failure: unreachable }
}

/** What a check asks of a boot, and of which files. */
interface Asked {
  asked: BootScript
  files: SourceFiles
  kunit: string | undefined
}

/** Undefined where the events break off. */
function toTrial(events: BootEvent[], { asked, files, kunit }: Asked): Trial | undefined {
  const last = events.at(-1)
  if (last?.kind === 'rejected') return { kind: 'not built', diagnostics: last.diagnostics.filter(isError) }
  if (last?.kind !== 'finished' && last?.kind !== 'stopped') return undefined
  const boot = {
    console: consoleOf(events),
    reports: reportsOf(events),
    ending: last.kind === 'finished' ? last.verdict : last.reason,
  }
  return { kind: 'booted', judgement: judgeBoot(asked, { ...boot, files }, kunit), ...boot }
}

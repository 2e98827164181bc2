import type { BootClient } from '../../backends/boot/boot-client.ts'
import type { InspectClient } from '../../backends/inspect/inspect-client.ts'
import type { ProvenExercise } from '../../backends/proven-exercise.ts'
import { type RequestFailure, unreachable } from '../../backends/request-failure.ts'
import type { Built, BuildSource } from '../../program/build-program.ts'
import type { Checker } from '../exercise-session.ts'
import { toScript } from '../../backends/boot/recorded-boot-client.ts'
import { findTrial } from './load-trials.ts'

/** Checks with the first; where that has no result, what was recorded of an unmodified program stands in. */
export function withRecordedChecks(exercise: ProvenExercise, first: Checker): Checker {
  return async (files, signal, onPlace) => {
    const report = await first(files, signal, onPlace)
    if (report.kind !== 'no result' || !mayStandIn(report.failure)) return report
    const check = (await findTrial(exercise, files))?.check
    signal.throwIfAborted()
    return check ? { ...check, recorded: { by: nameOfRecorder(exercise), because: report.failure } } : report
  }
}

/** The compiler, and of a driver the kernel. */
export function nameOfRecorder({ recorded, target }: ProvenExercise): string {
  const { toolchain = '', boots } = recorded ?? {}
  const kernel = target === 'kernel' ? boots?.c?.kernel : undefined
  return [toolchain.replace(/, Linux .*/, ''), kernel].filter(Boolean).join(', ')
}

type Build = (source: BuildSource, signal: AbortSignal) => Promise<Built>

/** Builds with the first; where that has no result, what was recorded of an unmodified program stands in, unless it has something to read. */
export function withRecordedRuns(exercise: ProvenExercise, first: Build, input: () => string): Build {
  return async (source, signal) => {
    const built = await first(source, signal)
    if (built.kind !== 'no result' || source.action !== 'build' || input() !== '') return built
    if (!mayStandIn(built.failure)) return built
    const run = (await findTrial(exercise, source.files))?.run
    return run
      ? { kind: 'ran', ...run, recorded: { by: nameOfRecorder(exercise), because: built.failure } }
      : built
  }
}

/** Knows the boots of known wrong answers, and says «unreachable» of all others. */
export function createTrialBootClient(exercise: ProvenExercise): BootClient {
  return {
    async boot({ variant, files, script }, onEvent, signal) {
      const isAsked = variant === exercise.variant && script === toScript(exercise.boot)
      const boot = isAsked ? (await findTrial(exercise, files))?.boot : undefined
      signal.throwIfAborted()
      if (!boot) return { kind: 'no result', failure: unreachable }
      boot.events.forEach(onEvent)
      return { kind: 'complete', recorded: { kernel: boot.kernel, because: unreachable } }
    },
  }
}

/** Asks the first, and where that has no answer knows the sizes of known wrong answers. */
export function withTrialSizes(first: InspectClient, exercise: ProvenExercise): InspectClient {
  return {
    async inspect(request, signal) {
      const answer = await first.inspect(request, signal)
      if (answer.kind === 'result' || !mayStandIn(answer)) return answer
      const sizes = (await findTrial(exercise, request.files))?.sizes
      const toolchain = exercise.recorded?.toolchain ?? ''
      return sizes
        ? { kind: 'result', result: { outcome: 'accepted', ...sizes, toolchain }, recorded: true }
        : answer
    },
  }
}

/** A service that is busy, or says no, has an answer. */
function mayStandIn({ kind }: RequestFailure): boolean {
  return kind !== 'busy' && kind !== 'refused'
}

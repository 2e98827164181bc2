import type { BootClient } from '../backends/boot/boot-client.ts'
import { createRecordedBootClient } from '../backends/boot/recorded-boot-client.ts'
import { createServiceBootClient } from '../backends/boot/service-boot-client.ts'
import { withRecording } from '../backends/boot/with-recording.ts'
import type { CompileClient } from '../backends/compile/compile-client.ts'
import { createRecordedCompileClient } from '../backends/compile/recorded-compile-client.ts'
import { createServiceInspectClient, type InspectClient } from '../backends/inspect/inspect-client.ts'
import { withRecordedSizes } from '../backends/inspect/recorded-inspect-client.ts'
import type { ProvenExercise } from '../backends/proven-exercise.ts'
import { createServiceCompileClient } from '../backends/compile/service-compile-client.ts'
import { withFallback } from '../backends/compile/with-fallback.ts'
import { retryWhileBusy } from '../backends/compile/retry-while-busy.ts'
import { withPlayground } from '../backends/public/with-playground.ts'
import type { Runner } from '../backends/runners/runner.ts'
import { createWasmRunner } from '../backends/runners/wasm-runner.ts'
import { createServiceShellClient, type ShellClient } from '../backends/shell/shell-client.ts'
import { createServiceTraceClient, type TraceClient } from '../backends/trace/trace-client.ts'
import { createTrialBootClient, withTrialSizes } from './trials/with-trials.ts'
import { serviceBase } from '../backends/service-base.ts'

/** What compiles, boots and runs the programs of an exercise. */
export interface ExerciseTools {
  exercise: ProvenExercise
  compileClient: CompileClient
  bootClient: BootClient
  inspectClient: InspectClient
  runner: Runner
  traceClient: TraceClient
  shellClient: ShellClient
}

/** Creates clients of the service and, where it has no answer, of what was recorded of the exercise. */
export function createExerciseTools(exercise: ProvenExercise): ExerciseTools {
  const base = serviceBase()
  return {
    exercise,
    compileClient: withPlayground(
      withFallback(retryWhileBusy(createServiceCompileClient(base)), createRecordedCompileClient(exercise)),
    ),
    bootClient: withRecording(
      withRecording(createServiceBootClient(base), createRecordedBootClient(exercise)),
      createTrialBootClient(exercise),
    ),
    inspectClient: withTrialSizes(withRecordedSizes(createServiceInspectClient(base), exercise), exercise),
    runner: createWasmRunner(),
    traceClient: createServiceTraceClient(base),
    shellClient: createServiceShellClient(base),
  }
}

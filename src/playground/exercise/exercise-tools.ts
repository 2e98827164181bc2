import type { Kernel } from '../backends/boot/boot-client.ts'
import { createRecordedKernel } from '../backends/boot/recorded-boot-client.ts'
import { createServiceKernel } from '../backends/boot/service-boot-client.ts'
import { withRecording } from '../backends/boot/with-recording.ts'
import type { Playground } from '../backends/compile/compile-client.ts'
import { createRecordedPlayground, type ProvenExercise } from '../backends/compile/recorded-compile-client.ts'
import { createServicePlayground } from '../backends/compile/service-compile-client.ts'
import { withFallback } from '../backends/compile/with-fallback.ts'
import { withPatience } from '../backends/compile/with-retry.ts'
import type { Runner } from '../backends/runners/runner.ts'
import { createWasmRunner } from '../backends/runners/wasm-runner.ts'
import { serviceBase } from '../backends/service-base.ts'

/** What compiles, boots and runs the programs of an exercise. */
export interface ExerciseTools {
  exercise: ProvenExercise
  playground: Playground
  kernel: Kernel
  runner: Runner
}

/** The service and, where it has no answer, what was recorded of the exercise. */
export function createExerciseTools(exercise: ProvenExercise): ExerciseTools {
  const base = serviceBase()
  return {
    exercise,
    playground: withFallback(withPatience(createServicePlayground(base)), createRecordedPlayground(exercise)),
    kernel: withRecording(createServiceKernel(base), createRecordedKernel(exercise)),
    runner: createWasmRunner(),
  }
}

import type { Kernel } from './kernels/kernel.ts'
import { createRecordedKernel } from './kernels/recorded-kernel.ts'
import { createServiceKernel } from './kernels/service-kernel.ts'
import { withRecording } from './kernels/with-recording.ts'
import type { Playground } from './playgrounds/playground.ts'
import { createRecordedPlayground, type ProvenExercise } from './playgrounds/recorded-playground.ts'
import { createServicePlayground } from './playgrounds/service-playground.ts'
import { withFallback } from './playgrounds/with-fallback.ts'
import { withPatience } from './playgrounds/with-patience.ts'
import type { Runner } from './runners/runner.ts'
import { createWasmRunner } from './runners/wasm-runner.ts'
import { serviceBase } from './service-base.ts'

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

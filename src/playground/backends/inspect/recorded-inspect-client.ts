import type { InspectRequest } from '#protocol/inspect.ts'
import type { Sizes } from '#course/kinds/measure/measured.ts'
import { isSameSource } from '../is-same-source.ts'
import type { ProvenExercise } from '../proven-exercise.ts'
import type { InspectClient } from './inspect-client.ts'

/** Creates a client that asks the first, and where that has no answer knows the sizes of an exercise's unmodified programs. */
export function withRecordedSizes(first: InspectClient, exercise: ProvenExercise): InspectClient {
  return {
    async inspect(request, signal) {
      const answer = await first.inspect(request, signal)
      if (answer.kind === 'result' || answer.kind === 'refused') return answer
      const sizes = findSizes(exercise, request)
      if (!sizes) return answer
      const { toolchain } = exercise.recorded ?? { toolchain: '' }
      return { kind: 'result', result: { outcome: 'accepted', ...sizes, toolchain }, recorded: true }
    },
  }
}

function findSizes(exercise: ProvenExercise, { files }: InspectRequest): Sizes | undefined {
  const sizes = exercise.recorded?.sizes
  if (isSameSource(files, { ...exercise.headers, 'driver.c': exercise.driver })) return sizes?.c
  if (isSameSource(files, exercise.start)) return sizes?.start
  return isSameSource(files, exercise.solution) ? sizes?.solution : undefined
}

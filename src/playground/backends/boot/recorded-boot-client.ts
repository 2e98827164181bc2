import type { BootRequest } from '#protocol/boot.ts'
import type { SourceFiles } from '#protocol/compile.ts'
import { parseBootScript } from '#course/boot-script.ts'
import { withKunit } from '#course/kunit-files.ts'
import type { RecordedBoot } from '#course/parts.ts'
import { isSameSource } from '../is-same-source.ts'
import { unreachable } from '../request-failure.ts'
import type { ProvenExercise } from '../proven-exercise.ts'
import type { BootClient } from './boot-client.ts'

/** Creates a client that hands on the recorded boots of an exercise's unmodified drivers, and says «unreachable» of all others. */
export function createRecordedBootClient(exercise: ProvenExercise): BootClient {
  return {
    async boot(request, onEvent, signal) {
      signal.throwIfAborted()
      const found = find(exercise, request)
      if (!found) return { kind: 'no result', failure: unreachable }
      found.events.forEach(onEvent)
      return { kind: 'complete', recorded: { kernel: found.kernel, because: unreachable } }
    },
  }
}

function find(exercise: ProvenExercise, { variant, files, script }: BootRequest): RecordedBoot | undefined {
  const { boots } = exercise.recorded ?? {}
  const was = (source: SourceFiles, commands = '') =>
    variant === exercise.variant && isSameSource(files, source) && script === toScript(commands)
  if (was({ ...exercise.headers, 'driver.c': exercise.driver }, exercise.boot)) return boots?.c
  if (was(exercise.start, exercise.boot)) return boots?.start ?? toRejection(exercise)
  if (was(exercise.solution, exercise.boot) && boots?.run) return boots.run
  return was(withKunit(exercise.solution, exercise.kunit), exercise.checkScript) ? boots?.solution : undefined
}

/** No kernel is needed to see that a start is refused. */
function toRejection({ recorded }: ProvenExercise): RecordedBoot | undefined {
  if (recorded?.start.outcome !== 'rejected' || recorded.start.action === 'lint') return undefined
  const { toolchain, kernel, start } = recorded
  return {
    kernel: `Linux ${kernel}`,
    events: [{ kind: 'rejected', toolchain, diagnostics: start.diagnostics }],
  }
}

/** Reads a `boot.sh` into the script that a boot takes: its commands, one a line. */
export function toScript(text: string): string {
  return parseBootScript(text).commands.join('\n')
}

import type { BootRequest } from '#protocol/boot.ts'
import type { SourceFiles } from '#protocol/compile.ts'
import { parseBootScript } from '#course/boot-script.ts'
import { withKunit } from '#course/kunit-files.ts'
import type { RecordedBoot } from '#course/parts.ts'
import { findRecorded } from '../compile/recorded-compile-client.ts'
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
  const is = (commands = '') => variant === exercise.variant && script === toScript(commands)
  const was = (source: SourceFiles, commands?: string) => is(commands) && isSameSource(files, source)
  if (was({ ...exercise.headers, 'driver.c': exercise.driver }, exercise.boot)) return boots?.c
  if (was(exercise.start, exercise.boot) && boots?.start) return boots.start
  if (was(exercise.solution, exercise.boot) && boots?.run) return boots.run
  if (was(withKunit(exercise.solution, exercise.kunit), exercise.checkScript)) return boots?.solution
  return is(exercise.boot) ? toRejection(exercise, files) : undefined
}

/** No kernel is needed to see that a program is refused. */
function toRejection(exercise: ProvenExercise, files: SourceFiles): RecordedBoot | undefined {
  const { recorded } = exercise
  const result = recorded && findRecorded(exercise, recorded, files)
  if (result?.outcome !== 'rejected' || result.action === 'lint') return undefined
  const { toolchain, kernel } = recorded!
  const { diagnostics } = result
  return { kernel: `Linux ${kernel}`, events: [{ kind: 'rejected', toolchain, diagnostics }] }
}

/** Reads a `boot.sh` into the script that a boot takes: its commands, one a line. */
export function toScript(text: string): string {
  return parseBootScript(text).commands.join('\n')
}

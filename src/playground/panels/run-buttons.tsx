import type { Bench } from '../bench.ts'
import type { ExerciseSession } from '../exercise-session.ts'

/** Run or Stop and, of an exercise, Check. */
export function RunButtons({ bench, session }: { bench: Bench; session?: ExerciseSession }) {
  const isRunning = ['building', 'running'].includes(bench.run.value.kind)
  return (
    <>
      {isRunning ? (
        <button type="button" class="wb-button wb-stop" onClick={bench.stop}>
          Stop
        </button>
      ) : (
        <button type="button" class="wb-button" title="Ctrl+Enter" onClick={() => void bench.start()}>
          Run
        </button>
      )}
      {session && (
        <button
          type="button"
          class="wb-button wb-primary"
          title="Ctrl+Shift+Enter"
          aria-busy={session.checks.value.kind === 'checking'}
          onClick={() => void session.check()}
        >
          Check
        </button>
      )}
    </>
  )
}

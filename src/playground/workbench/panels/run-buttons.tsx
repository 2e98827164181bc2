import type { ProgramSession } from '../../program/program-session.ts'
import type { ExerciseSession } from '../../exercise/exercise-session.ts'
import './run-buttons.css'

interface Props {
  program: ProgramSession
  session?: ExerciseSession
  /** Runs both sides, and says whether one is at it. */
  both?: { isOn: boolean; start(): void; stop(): void }
  start?: () => void
}

/** Run or Stop and, of an exercise, both sides at once and Check. */
export function RunButtons({ program, session, both, start = () => void program.start() }: Props) {
  const isOn = program.run.isOn.value || both?.isOn
  return (
    <>
      {isOn ? (
        <button type="button" class="wb-button wb-stop" onClick={() => (program.run.stop(), both?.stop())}>
          Stop
        </button>
      ) : (
        <button type="button" class="wb-button" title={`${program.file}, Ctrl+Enter`} onClick={start}>
          Run
        </button>
      )}
      {both && (
        <button type="button" class="wb-button" title="C and Rust beside each other" onClick={both.start}>
          Run both
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

import { useEffect, useRef } from 'preact/hooks'
import type { RefObject } from 'preact'
import { isPredictionOpen } from '../exercise/prediction.ts'
import { goToResults } from './go-to-results.ts'
import type { ExerciseSession } from '../exercise/exercise-session.ts'
import type { ProgramSession } from '../program/program-session.ts'

interface Results {
  program: ProgramSession
  sides: ProgramSession[]
  session: ExerciseSession | undefined
}

/** Where the results are a part of the page that is scrolled: brings them into sight when the reader asked for some, and when they came. */
export function useGoToResults(element: RefObject<HTMLElement>, { program, sides, session }: Results) {
  const isRunning = sides.some(({ run }) => run.isOn.value)
  const isChecking = session?.checks.value.kind === 'checking'
  const isAsked = program.check.value.kind !== 'not asked'
  const seen = useRef<ProgramSession>()
  const go = () => {
    if (seen.current === program) goToResults(element.current!, program.editor.peek())
  }
  useEffect(go, [isRunning, isChecking])
  // The answer to the prediction is read where the reader asked for it.
  useEffect(() => {
    if (!isPredictionOpen()) go()
  }, [isAsked])
  // After the effect above: another side that comes into sight is no result.
  useEffect(() => void (seen.current = program), [program])
}

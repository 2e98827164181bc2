import type { ProgramSession } from '../../program/program-session.ts'
import type { ExerciseSession } from '../../exercise/exercise-session.ts'
import { ExplanationHelp } from './explanation-help.tsx'
import { HintsHelp } from './hints-help.tsx'
import { SolutionHelp } from './solution-help.tsx'

interface Props {
  /** Where the exercise is solved. */
  program: ProgramSession
  /** Absent where there is no exercise. */
  session: ExerciseSession | undefined
}

/** The help that was asked for, over the results. */
export function HelpAsked({ program, session }: Props) {
  const { help } = program
  const asked = help.value
  if (asked?.kind === 'explanation')
    return <ExplanationHelp key={asked.code} code={asked.code} close={() => (help.value = undefined)} />
  if (!asked || !session) return null
  return asked.kind === 'hints' ? (
    <HintsHelp program={program} session={session} />
  ) : (
    <SolutionHelp program={program} session={session} />
  )
}

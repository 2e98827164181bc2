import { useEffect, useState } from 'preact/hooks'
import { t } from '#i18n/t.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import type { ExerciseSession } from '../../exercise/exercise-session.ts'
import { offerUndo } from '../../notices/offer-undo.ts'
import { DiffView } from './diff-view.tsx'
import { Markdown } from './markdown.tsx'
import { HelpPane } from './help-pane.tsx'

interface Props {
  program: ProgramSession
  session: ExerciseSession
}

/** The solution against the reader's code, with the reason; asks first. */
export function SolutionHelp({ program, session }: Props) {
  const [sure, setSure] = useState(session.solved.value)
  useEffect(() => void (sure && session.showSolution()), [sure])
  const { solution, root, hints } = session.exercise
  const text = solution[root] ?? ''
  const close = () => (program.help.value = undefined)
  return (
    <HelpPane
      title={sure ? t('The solution against your code') : t('Solution')}
      close={close}
      buttons={
        <button
          type="button"
          class="wb-button"
          onClick={() => (sure ? (use(program, text), close()) : setSure(true))}
        >
          {sure ? t('Put it into the editor') : t('Show the solution')}
        </button>
      }
    >
      {sure ? (
        <>
          <Markdown text={hints.solution} />
          <DiffView before={program.text.value} after={text} />
        </>
      ) : (
        <p>{t('See the solution now? A hint may be enough.')}</p>
      )}
    </HelpPane>
  )
}

function use(program: ProgramSession, text: string) {
  const before = program.text.peek()
  program.replace(text)
  offerUndo(t('The solution is in the editor.'), [program.text], () => program.replace(before))
}

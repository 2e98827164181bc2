import { useEffect, useRef, useState } from 'preact/hooks'
import type { ProgramSession } from '../../program/program-session.ts'
import type { ExerciseSession } from '../../exercise/exercise-session.ts'
import { showToast } from '../../notices/toasts.ts'
import { DiffView } from './diff-view.tsx'
import { Markdown } from './markdown.tsx'

/** The solution against the reader's code, with the reason; asks first. */
export function SolutionView({
  program,
  session,
  close,
}: {
  program: ProgramSession
  session: ExerciseSession
  close: () => void
}) {
  const [sure, setSure] = useState(session.solved.value)
  const section = useRef<HTMLElement>(null)
  const { solution, root, hints } = session.exercise
  const text = solution[root] ?? ''
  useEffect(() => section.current!.scrollIntoView({ block: 'nearest' }), [sure])
  return (
    <section ref={section} class="wb-solution" aria-label="Solution against your code">
      {sure ? (
        <>
          <Markdown text={hints.solution} />
          <DiffView before={program.text.value} after={text} />
          <div class="wb-buttons">
            <button type="button" class="wb-button" onClick={() => (use(program, text), close())}>
              Put it into the editor
            </button>
            <button type="button" class="wb-button" onClick={close}>
              Close
            </button>
          </div>
        </>
      ) : (
        <>
          <p>See the solution now? A hint may be enough.</p>
          <div class="wb-buttons">
            <button type="button" class="wb-button" onClick={() => setSure(true)}>
              Show the solution
            </button>
            <button type="button" class="wb-button" onClick={close}>
              Not yet
            </button>
          </div>
        </>
      )}
    </section>
  )
}

function use(program: ProgramSession, text: string) {
  const before = program.text.peek()
  program.replace(text)
  showToast('The solution is in the editor.', [{ label: 'Undo', callback: () => program.replace(before) }])
}

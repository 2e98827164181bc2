import { useEffect, useRef, useState } from 'preact/hooks'
import type { Bench } from '../../program/program-session.ts'
import type { ExerciseSession } from '../../exercise/exercise-session.ts'
import { showToast } from '../../notices/toasts.ts'
import { DiffView } from './diff-view.tsx'
import { Markdown } from './markdown.tsx'

/** The solution against the reader's code, with the reason; asks first. */
export function SolutionView({
  bench,
  session,
  close,
}: {
  bench: Bench
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
          <DiffView before={bench.text.value} after={text} />
          <div class="wb-buttons">
            <button type="button" class="wb-button" onClick={() => (use(bench, text), close())}>
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

function use(bench: Bench, text: string) {
  const before = bench.text.peek()
  bench.replace(text)
  showToast('The solution is in the editor.', [{ label: 'Undo', step: () => bench.replace(before) }])
}

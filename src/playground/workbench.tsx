import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { EditorPane } from './editor/editor-pane.tsx'
import { loadExercise } from './load-exercise.ts'
import { openExercise, type OpenExercise } from './open-exercise.ts'
import { ExerciseFooter } from './panels/exercise-footer.tsx'
import { OutputPanels } from './panels/output-panels.tsx'
import { RunButtons } from './panels/run-buttons.tsx'
import type { NextLesson } from './panels/checks-panel.tsx'
import { TabPanel, Tabs } from './panels/tabs.tsx'
import { ToastArea } from './panels/toast-area.tsx'
import { onBenchKey } from './bench-keys.ts'
import './workbench.css'

interface Props {
  slug: string
  /** Name of the edited file. */
  root?: string
  next?: NextLesson
  /** The start of the exercise, highlighted. */
  children?: ComponentChildren
  /** The C driver, highlighted. */
  driver?: ComponentChildren
  /** The lesson's tests, highlighted. */
  tests?: ComponentChildren
}

/** The workbench of a lesson: edit the Rust, see what rustc says in the code, run it, have it checked. */
export default function Workbench({ slug, root = 'main.rs', next, children, driver, tests }: Props) {
  const [open, setOpen] = useState<OpenExercise>()
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const [file, setFile] = useState(root)
  useEffect(() => {
    let opened: OpenExercise | undefined
    let wanted = true
    loadExercise(slug)
      .then((exercise) => wanted && setOpen((opened = openExercise(exercise))))
      .catch((error: unknown) => (console.error(error), wanted && setFailed(true)))
    return () => ((wanted = false), opened?.end())
  }, [slug, attempt])

  const testsText = open?.session.exercise.tests
  const files = [root, ...(driver ? ['driver.c'] : []), ...(tests || testsText ? ['tests.rs'] : [])]
  return (
    <section class="workbench" aria-label="Workbench" onKeyDownCapture={(event) => open && onBenchKey(event, open)}>
      <div class="wb-bar">
        <Tabs tabs={files.map((id) => ({ id, title: id }))} chosen={file} choose={setFile} label="Files" prefix="wb-file" />
        <Toolchain open={open} />
      </div>
      <TabPanel id={root} prefix="wb-file" chosen={file}>
        <EditorPane bench={open?.bench} label={`${root}, the Rust you edit`}>
          {children}
        </EditorPane>
      </TabPanel>
      {driver && (
        <TabPanel id="driver.c" prefix="wb-file" chosen={file}>
          <div class="wb-editor">{driver}</div>
        </TabPanel>
      )}
      {(tests || testsText) && (
        <TabPanel id="tests.rs" prefix="wb-file" chosen={file}>
          <div class="wb-editor">{tests ?? <PlainCode text={testsText!} name="tests.rs" />}</div>
        </TabPanel>
      )}
      {failed && !open && <Failed retry={() => (setFailed(false), setAttempt(attempt + 1))} />}
      {open && (
        <OutputPanels bench={open.bench} session={open.session} {...(next && { next })}>
          <RunButtons bench={open.bench} session={open.session} />
        </OutputPanels>
      )}
      {open && <ExerciseFooter open={open} />}
      <ToastArea />
    </section>
  )
}

/** Which compiler answered last. */
function Toolchain({ open }: { open: OpenExercise | undefined }) {
  const state = open?.bench.check.value
  const answer = state?.kind === 'answered' ? state.answer : undefined
  const result = answer?.kind === 'result' && answer.result.outcome !== 'stopped' ? answer.result : undefined
  return <span class="wb-toolchain">{result?.toolchain}</span>
}

function PlainCode({ text, name }: { text: string; name: string }) {
  return (
    <pre class="wb-plain-code" tabIndex={0} aria-label={name}>
      {text}
    </pre>
  )
}

function Failed({ retry }: { retry: () => void }) {
  return (
    <p class="wb-status" role="status">
      The exercise did not load. The text and code of this page are all here.{' '}
      <button type="button" class="wb-button" onClick={retry}>
        Try again
      </button>
    </p>
  )
}

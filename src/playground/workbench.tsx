import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { onBenchKey } from './bench-keys.ts'
import { EditorPane } from './editor/editor-pane.tsx'
import type { OpenExercise } from './open-exercise.ts'
import type { NextLesson } from './panels/checks-panel.tsx'
import { ExerciseFooter } from './panels/exercise-footer.tsx'
import { OutputPanels } from './panels/output-panels.tsx'
import { RunButtons } from './panels/run-buttons.tsx'
import { TabPanel, Tabs } from './panels/tabs.tsx'
import { ToastArea } from './panels/toast-area.tsx'
import { useExercise } from './use-exercise.ts'
import './workbench.css'

interface Props {
  slug: string
  /** Name of the edited file. */
  root?: string
  next?: NextLesson
  /** The page shows already what rustc says of the start. */
  told?: boolean
  /** The start of the exercise, highlighted. */
  children?: ComponentChildren
  /** The C driver, highlighted. */
  driver?: ComponentChildren
  /** The lesson's tests, highlighted. */
  tests?: ComponentChildren
}

/** The workbench of a lesson: edit the Rust, see what rustc says in the code, run it, have it checked. */
export default function Workbench(props: Props) {
  const { slug, root = 'main.rs', next, told = false, children, driver, tests } = props
  const loading = useExercise(slug, !told)
  const open = loading.kind === 'open' ? loading.open : undefined
  return (
    <section
      class="workbench"
      aria-label="Workbench"
      onKeyDownCapture={(event) => open && onBenchKey(event, open)}
    >
      <Files open={open} root={root} driver={driver} tests={tests ?? toPlainCode(open)}>
        {children}
      </Files>
      {loading.kind === 'failed' && <Failed retry={loading.retry} />}
      {open && (
        <>
          <OutputPanels bench={open.bench} session={open.session} {...(next && { next })}>
            <RunButtons bench={open.bench} session={open.session} />
          </OutputPanels>
          <ExerciseFooter open={open} />
        </>
      )}
      <ToastArea />
    </section>
  )
}

interface FilesProps {
  open: OpenExercise | undefined
  root: string
  driver: ComponentChildren
  tests: ComponentChildren
  children: ComponentChildren
}

/** The edited file, and beside it those to read. */
function Files({ open, root, driver, tests, children }: FilesProps) {
  const [early, setEarly] = useState(root)
  const toRead = Object.entries({ 'driver.c': driver, 'tests.rs': tests }).filter(([, code]) => code)
  const chosen = open?.bench.shown.value ?? early
  const choose = (id: string) => {
    setEarly(id)
    if (open) open.bench.shown.value = id
  }
  const tabs = [root, ...toRead.map(([name]) => name)].map((id) => ({ id, title: id }))
  return (
    <>
      <div class="wb-bar">
        <Tabs tabs={tabs} chosen={chosen} choose={choose} label="Files" prefix="wb-file" />
        <Toolchain open={open} />
      </div>
      <TabPanel id={root} prefix="wb-file" chosen={chosen}>
        <EditorPane bench={open?.bench} label={`${root}, the Rust you edit`}>
          {children}
        </EditorPane>
      </TabPanel>
      {toRead.map(([name, code]) => (
        <TabPanel key={name} id={name} prefix="wb-file" chosen={chosen}>
          <div class="wb-editor wb-static">{code}</div>
        </TabPanel>
      ))}
    </>
  )
}

/** Which compiler answered last. */
function Toolchain({ open }: { open: OpenExercise | undefined }) {
  const state = open?.bench.check.value
  const answer = state?.kind === 'answered' ? state.answer : undefined
  const result = answer?.kind === 'result' && answer.result.outcome !== 'stopped' ? answer.result : undefined
  return <span class="wb-toolchain">{result?.toolchain}</span>
}

function toPlainCode(open: OpenExercise | undefined): ComponentChildren {
  const text = open?.session.exercise.tests
  if (text === undefined) return undefined
  return (
    <pre class="wb-plain-code" tabIndex={0} role="region" aria-label="tests.rs">
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

import type { ReadonlySignal } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import { type ProgramSession, createProgramSession } from '../program/program-session.ts'
import { holdFocus } from './hold-focus.ts'
import { onShortcut } from './shortcuts.ts'
import type { BarActions } from './actions.ts'
import { copyLink } from './copy-link.ts'
import { editorAction, workActions } from './exercise-actions.ts'
import { EditorPane } from '../editor/editor-pane.tsx'
import { autosave, type SaveState } from '../program/autosave.ts'
import { readSavedCode } from '../storage/saved-code.ts'
import { ActionBar } from './panels/action-bar.tsx'
import { Announcer } from './panels/announcer.tsx'
import { EditorKeys, EditorLine } from './panels/editor-line.tsx'
import { OutputPanels } from './panels/output-panels.tsx'
import { ToastArea } from './panels/toast-area.tsx'
import { buildProgram } from '../program/build-program.ts'
import { createServiceCompileClient } from '../backends/compile/service-compile-client.ts'
import { retryWhileBusy } from '../backends/compile/retry-while-busy.ts'
import { createServiceTraceClient } from '../backends/trace/trace-client.ts'
import { inputFile } from '../program/input-file.ts'
import { createRunSession } from '../program/run-session.ts'
import { createWasmRunner } from '../backends/runners/wasm-runner.ts'
import { serviceBase } from '../backends/service-base.ts'
import { createEditedFile } from '../program/edited-file.ts'
import { type LinkedProgram, openLinkedProgram, takeEarlierEdit } from '../program/linked-program.ts'
import { readFragment, toFragment } from '../program/share-link.ts'
import { showToast } from '../notices/toasts.ts'
import { createView } from '../program/view.ts'
import './workbench.css'

interface OpenProgram {
  program: ProgramSession
  saved: ReadonlySignal<SaveState>
  end(): void
}

const own = 'playground'
const example = `fn main() {
    let buf = vec![1u8, 2, 3];
    let first = &buf[0];
    drop(buf);
    println!("{first}");
}
`

/** Free editing of one program, with a link that holds it. */
export default function PlaygroundPage() {
  const [open, setOpen] = useState<OpenProgram>()
  useEffect(() => {
    let opened: OpenProgram | undefined
    let wanted = true
    const reopen = () =>
      openProgram().then((next) => {
        opened?.end()
        if (wanted) setOpen((opened = next))
      })
    void reopen()
    window.addEventListener('hashchange', reopen)
    return () => ((wanted = false), opened?.end(), window.removeEventListener('hashchange', reopen))
  }, [])
  const section = useRef<HTMLElement>(null)
  useEffect(() => holdFocus(section.current!), [])
  return (
    <section
      ref={section}
      class="workbench wb-fixed wb-page"
      aria-label="Workbench"
      onKeyDownCapture={(event) =>
        open &&
        onShortcut(event, { start: () => void open.program.start(), navigator: open.program.navigator })
      }
    >
      <div class="wb-bar wb-top">
        <span class="wb-file-name">main.rs</span>
        {open && <ActionBar {...toActions(open.program)} />}
      </div>
      <div class="wb-editors">
        <EditorPane program={open?.program} label="main.rs, the Rust you edit">
          <pre class="wb-plain-code">{open?.program.text.peek() ?? example}</pre>
        </EditorPane>
      </div>
      {open && (
        <>
          <EditorLine program={open.program} saved={open.saved.value}>
            <EditorKeys program={open.program} />
          </EditorLine>
          <OutputPanels program={open.program} />
        </>
      )}
      <Announcer program={open?.program} />
      <ToastArea />
    </section>
  )
}

/** What the bar offers now. */
function toActions(program: ProgramSession): BarActions {
  return {
    run: [{ id: 'run', title: 'Run', about: 'Ctrl+Enter', callback: () => void program.start() }],
    isRunning: program.run.isOn.value,
    stop: program.run.stop,
    buttons: [
      {
        id: 'test',
        title: 'Test',
        about: 'each #[test] of the program',
        callback: () => void program.test?.(),
      },
      { id: 'copy-link', title: 'Copy link', callback: () => void copyProgramLink(program.text.peek()) },
    ],
    menu: [workActions, [editorAction()]],
  }
}

async function openProgram(): Promise<OpenProgram> {
  const { slug, text } = await firstProgram()
  const compileClient = retryWhileBusy(createServiceCompileClient(serviceBase()))
  const traceClient = createServiceTraceClient(serviceBase())
  const view = createView('main.rs')
  const input = createEditedFile({
    ...{ file: inputFile, given: '', shown: view.shown },
    saved: readSavedCode(`${slug}/${inputFile}`)?.text,
  })
  const program = createProgramSession({
    input,
    edited: createEditedFile({ file: 'main.rs', given: example, saved: text, shown: view.shown }),
    ...{ view, others: {}, compileClient },
    aim: { target: 'userspace', language: 'rust' },
    run: createRunSession({
      runner: createWasmRunner(),
      build: (source, signal) => buildProgram(compileClient, source, signal),
      traceClient,
      input: () => input.text.peek(),
    }),
  })
  const { state, end } = autosave(slug, program)
  const saves = [end, autosave(`${slug}/${inputFile}`, input).end, program.end]
  return { program, saved: state, end: () => saves.forEach((end) => end()) }
}

/** A link comes before what was kept here, and is kept apart: the reader's own program stays. */
async function firstProgram(): Promise<{ slug: string; text: string }> {
  const linked = await readFragment(location.hash)
  if (linked.kind === 'code') {
    const program = await openLinkedProgram(location.hash, linked.code)
    if (program.earlier !== undefined) offerEarlierEdit(program)
    return program
  }
  if (linked.kind === 'broken') {
    showToast(
      'This link is damaged: its code can’t be read. Perhaps it was cut when it was copied.',
      [],
      true,
    )
  }
  return { slug: own, text: readSavedCode(own)?.text ?? example }
}

function offerEarlierEdit(program: LinkedProgram) {
  showToast(
    'This browser has an earlier edit of a link that ends like this one. It may be of another program.',
    [{ label: 'Open that edit', callback: () => takeEarlierEdit(program) }],
    true,
  )
}

async function copyProgramLink(code: string) {
  const fragment = await toFragment(code)
  if (fragment === undefined) return showToast('This program is too long for a link.')
  await copyLink(
    new URL(`#${fragment}`, location.href).href,
    'It holds the whole program; nothing is stored elsewhere.',
  )
}

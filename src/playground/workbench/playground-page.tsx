import { useEffect, useState } from 'preact/hooks'
import { type ProgramSession, createProgramSession } from '../program/program-session.ts'
import { onShortcut } from './shortcuts.ts'
import { EditorPane } from '../editor/editor-pane.tsx'
import { autosave } from '../program/autosave.ts'
import { readSavedCode } from '../storage/saved-code.ts'
import { Announcer } from './panels/announcer.tsx'
import { OutputPanels } from './panels/output-panels.tsx'
import { RunButtons } from './panels/run-buttons.tsx'
import { ToastArea } from './panels/toast-area.tsx'
import { buildProgram } from '../program/build-program.ts'
import { createServiceCompileClient } from '../backends/compile/service-compile-client.ts'
import { retryWhileBusy } from '../backends/compile/retry-while-busy.ts'
import { createRunSession } from '../program/run-session.ts'
import { createWasmRunner } from '../backends/runners/wasm-runner.ts'
import { serviceBase } from '../backends/service-base.ts'
import { createEditedFile } from '../program/edited-file.ts'
import { type LinkedProgram, openLinkedProgram, takeEarlierEdit } from '../program/linked-program.ts'
import { readFragment, toFragment } from '../program/share-link.ts'
import { showToast } from '../notices/toasts.ts'
import { createView } from '../program/view.ts'
import './workbench.css'

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
  const [open, setOpen] = useState<{ program: ProgramSession; end: () => void }>()
  useEffect(() => {
    let opened: { program: ProgramSession; end: () => void } | undefined
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
  return (
    <section
      class="workbench wb-page"
      aria-label="Workbench"
      onKeyDownCapture={(event) =>
        open &&
        onShortcut(event, { start: () => void open.program.start(), navigator: open.program.navigator })
      }
    >
      <div class="wb-bar">
        <span class="wb-file-name">main.rs</span>
        {open && (
          <button type="button" class="wb-textbutton" onClick={() => void copyLink(open.program.text.peek())}>
            Copy link
          </button>
        )}
      </div>
      <EditorPane program={open?.program} label="main.rs, the Rust you edit">
        <pre class="wb-plain-code">{open?.program.text.peek() ?? example}</pre>
      </EditorPane>
      {open && (
        <OutputPanels program={open.program}>
          <RunButtons program={open.program} />
        </OutputPanels>
      )}
      <Announcer program={open?.program} />
      <ToastArea />
    </section>
  )
}

async function openProgram(): Promise<{ program: ProgramSession; end: () => void }> {
  const { slug, text } = await firstProgram()
  const compileClient = retryWhileBusy(createServiceCompileClient(serviceBase()))
  const view = createView('main.rs')
  const program = createProgramSession({
    edited: createEditedFile({ file: 'main.rs', given: example, saved: text, shown: view.shown }),
    ...{ view, others: {}, compileClient },
    aim: { target: 'userspace', language: 'rust' },
    run: createRunSession(createWasmRunner(), (files, signal) => buildProgram(compileClient, files, signal)),
  })
  const { end } = autosave(slug, program)
  return { program, end: () => (end(), program.end()) }
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

async function copyLink(code: string) {
  const fragment = await toFragment(code)
  if (fragment === undefined) return showToast('This program is too long for a link.')
  const link = new URL(`#${fragment}`, location.href).href
  try {
    await navigator.clipboard.writeText(link)
    showToast('Link copied. It holds the whole program; nothing is stored elsewhere.')
  } catch {
    history.replaceState(null, '', link)
    showToast('The link is now in the address bar; this browser does not let a page copy it.')
  }
}

import { useEffect, useRef, useState } from 'preact/hooks'
import type { ProgramSession } from '../../program/program-session.ts'
import type { ShellSession, ShellState } from '../../program/shell-session.ts'
import { describeShell } from '../../wording/describe-shell.ts'
import { saveFile } from '../save-file.ts'
import { createRecording, type Recording } from './recording.ts'
import { createTerminal, type Terminal } from './terminal.ts'
import sheet from './shell-panel.css?inline'

/** A shell in a live kernel: what it is, what to do with it, and its terminal. */
export default function ShellPanel({ program, shell }: { program: ProgramSession; shell: ShellSession }) {
  const { element, terminal, recording, open } = useTerminal(program, shell)
  const state = shell.state.value
  const isOn = shell.isOn.value
  return (
    <div class="wb-shell">
      <style>{sheet}</style>
      <div class="wb-shell-bar">
        <button type="button" class={`wb-button${isOn ? '' : ' wb-primary'}`} onClick={open}>
          {isOn ? 'Build and boot again' : 'Open a shell'}
        </button>
        {isOn && (
          <button type="button" class="wb-button" onClick={shell.close}>
            Close
          </button>
        )}
        {state.kind !== 'closed' && (
          <>
            <Find find={(text) => terminal.current?.find(text)} />
            <button type="button" class="wb-button" onClick={() => save(recording.current)}>
              Save recording
            </button>
          </>
        )}
        <p class={`wb-status ${toTone(state)}`} role="status">
          {describeShell(state, program.file)}
          {isOn && program.isChanged.value && ' The code has changed since it was built.'}
        </p>
      </div>
      {state.kind === 'open' && <Commands shell={shell} focus={() => terminal.current?.focus()} />}
      <div
        ref={element}
        class="wb-terminal"
        role="group"
        aria-label="Terminal; Shift+Tab leaves it"
        hidden={state.kind === 'closed'}
      />
    </div>
  )
}

/** The commands of the lesson, to be given by a click. */
function Commands({ shell, focus }: { shell: ShellSession; focus: () => void }) {
  return (
    <ul class="wb-shell-commands" aria-label="Commands to give">
      {shell.commands().map((command) => (
        <li key={command}>
          <button type="button" class="wb-button" onClick={() => (shell.type(`${command}\r`), focus())}>
            {command}
          </button>
        </li>
      ))}
    </ul>
  )
}

function Find({ find }: { find: (text: string) => void }) {
  return (
    <input
      class="wb-shell-find"
      type="search"
      placeholder="Find"
      aria-label="Find in the terminal; Enter goes back to the place before"
      onKeyDown={(event) => event.key === 'Enter' && find(event.currentTarget.value)}
    />
  )
}

function useTerminal(program: ProgramSession, shell: ShellSession) {
  const element = useRef<HTMLDivElement>(null)
  const terminal = useRef<Terminal>()
  const recording = useRef<Recording>()
  const [opened, setOpened] = useState(0)
  useEffect(() => {
    if (opened === 0) return
    terminal.current ??= createTerminal(element.current!, { onType: shell.type, onResize: shell.resize })
    terminal.current.clear()
    const size = terminal.current.size()
    recording.current = createRecording(size)
    shell.open(program.files(), size, (text) => {
      recording.current!.add(text)
      terminal.current!.write(text)
    })
    terminal.current.focus()
    element.current!.scrollIntoView({ block: 'nearest' })
  }, [opened])
  useEffect(() => () => (shell.close(), terminal.current?.end()), [])
  const open = () => {
    element.current!.hidden = false
    program.noteStart()
    setOpened((count) => count + 1)
  }
  return { element, terminal, recording, open }
}

function save(recording: Recording | undefined) {
  if (recording) saveFile('shell.cast', recording.toFile(), 'application/x-asciicast')
}

/** An end that the reader chose is no failure. */
function toTone(state: ShellState): string {
  if (state.kind !== 'ended') return 'wb-run-calm'
  const { ending } = state
  const isChosen = ending.kind === 'ended' && (ending.why === 'reader' || ending.why === 'left')
  return isChosen ? 'wb-run-calm' : 'wb-run-failed'
}

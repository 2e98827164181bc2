import { useEffect, useRef } from 'preact/hooks'
import type { ShellSource } from '../../program/shell-drivers.ts'
import type { ShellSession } from '../../program/shell-session.ts'
import { createRecording, type Recording } from './recording.ts'
import { createTerminal, type Terminal } from './terminal.ts'

/** The terminal of a shell, which is made when something is first shown in it, and what is recorded of it. */
export function useTerminal(shell: ShellSession) {
  const element = useRef<HTMLDivElement>(null)
  const terminal = useRef<Terminal>()
  const recording = useRef<Recording>()
  useEffect(() => end, [shell])
  function end() {
    shell.close()
    terminal.current?.end()
    terminal.current = undefined
    element.current?.replaceChildren()
  }
  function show(): Terminal {
    element.current!.hidden = false
    terminal.current ??= createTerminal(element.current!, {
      isOn: () => shell.isOn.peek(),
      onType: shell.type,
      onResize: shell.resize,
    })
    return terminal.current
  }
  function open(source: ShellSource) {
    show().clear()
    const size = show().size()
    recording.current = createRecording(size)
    shell.open(source, size, (text) => {
      recording.current!.add(text)
      show().write(text)
    })
    show().focus()
    element.current!.scrollIntoView({ block: 'nearest' })
  }
  return { element, terminal, recording, open, show }
}

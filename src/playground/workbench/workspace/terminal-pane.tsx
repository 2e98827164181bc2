import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '#i18n/t.ts'
import type { OpenWorkspace } from '../../workspace/open-workspace.ts'
import type { WorkspaceProcess } from '../../workspace/workspace.ts'
import type { Terminal } from '../shell/terminal.ts'
import sheet from '../shell/shell-panel.css?inline'

interface Props {
  open: OpenWorkspace | undefined
  /** Where the first shell goes; undefined for the folder of the project. */
  folder: string | undefined
  /** The engine takes seconds to come. */
  isSlow: boolean
}

/** A shell in the folder of the project. */
export function TerminalPane({ open, folder, isSlow }: Props) {
  const element = useRef<HTMLDivElement>(null)
  const [attempt, setAttempt] = useState(0)
  const [ended, setEnded] = useState<number>()
  useEffect(() => {
    if (!open) return
    setEnded(undefined)
    return startShell(open, {
      element: element.current!,
      folder: attempt === 0 ? folder : undefined,
      onExit: setEnded,
    })
  }, [open, attempt])
  return (
    <div class="ws-terminal" role="region" aria-label={t('Terminal')}>
      <style>{sheet}</style>
      <div
        ref={element}
        class="wb-terminal"
        role="group"
        aria-label={t('Terminal; Esc, then Tab leaves it, and Shift+Tab goes back')}
      />
      {isSlow && !open && (
        <p class="wb-status" role="status">
          {t('The WebContainer is on its way; it may take up to 20 seconds.')}
        </p>
      )}
      {ended !== undefined && (
        <p class="wb-status" role="status">
          {t('The shell has ended with {code}.', { code: ended })}{' '}
          <button type="button" class="wb-button" onClick={() => setAttempt((count) => count + 1)}>
            {t('Start another')}
          </button>
        </p>
      )}
    </div>
  )
}

interface Place {
  element: HTMLElement
  folder: string | undefined
  onExit(code: number): void
}

/** Returns how to end it, also before it is there. */
function startShell(open: OpenWorkspace, { element, folder, onExit }: Place): () => void {
  let [terminal, process]: [Terminal?, WorkspaceProcess?] = []
  let isOn = true
  let hasEnded = false
  const end = (code: number) => ((hasEnded = true), isOn && onExit(code))
  async function start() {
    const { createTerminal } = await import('../shell/terminal.ts')
    if (!isOn) return
    const started = Promise.withResolvers<void>()
    // What is typed before the shell is there waits for it.
    let typed = started.promise
    terminal = createTerminal(element, {
      isOn: () => !hasEnded,
      onType: (text) => void (typed = typed.then(() => type(text))),
      onResize: (size) => process?.resize(size),
    })
    await open.flush()
    const shown = terminal
    process = await open.engine.terminal({ size: shown.size(), onOutput: (text) => shown.write(text) })
    if (!isOn) return process.kill()
    started.resolve()
    if (folder !== undefined) process.input(`cd ${folder}\r`)
    void process.exit.then(end)
  }
  /** A command finds what stands in the editor. */
  async function type(text: string) {
    if (text.includes('\r')) await open.flush()
    process?.input(text)
  }
  void start()
  return () => {
    isOn = false
    process?.kill()
    terminal?.end()
    element.replaceChildren()
  }
}

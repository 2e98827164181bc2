import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Position } from '#protocol/diagnostic.ts'
import type { ProgramSession } from '../program/program-session.ts'
import { showToast } from '../notices/toasts.ts'
import { chooseEditor, editorChoice } from './editor-choice.ts'
import { PlainEditor } from './plain-editor.tsx'
import { positionOfClick } from './position-of-click.ts'
import './editor-pane.css'

interface Props {
  program: ProgramSession | undefined
  label: string
  /** The highlighted code of the page, until an editor takes its place. */
  children: ComponentChildren
}

/** `reading` the static code; the editor comes when it is about to be used. */
type Stage = { kind: 'reading' } | { kind: 'editing'; focusAt?: Position }

/** Static code first; then the editor that suits. */
export function EditorPane({ program, label, children }: Props) {
  const [stage, setStage] = useState<Stage>({ kind: 'reading' })
  const pane = useRef<HTMLDivElement>(null)
  const open = (focusAt?: Position) => setStage({ kind: 'editing', ...(focusAt && { focusAt }) })
  const kind = program ? editorChoice.value : undefined
  useEffect(() => {
    if (!program || stage.kind !== 'reading') return
    if (kind === 'plain') return open()
    showLine(pane.current!, program.opening.line)
    return whenVisibleAndIdle(pane.current!, open)
  }, [program, stage.kind])
  const isPlain = stage.kind === 'editing' && kind === 'plain'
  return (
    <div ref={pane} class={`wb-editor wb-editor-${program?.language ?? ''}`}>
      {isPlain ? (
        <PlainEditor edited={program!} label={label} program={program} />
      ) : (
        <MonacoOrStatic
          program={stage.kind === 'editing' ? program : undefined}
          label={label}
          focusAt={stage.kind === 'editing' ? stage.focusAt : undefined}
          onClick={(position) => program && open(position ?? { line: 1, column: 1 })}
        >
          {children}
        </MonacoOrStatic>
      )}
    </div>
  )
}

interface MonacoProps extends Props {
  focusAt: Position | undefined
  onClick: (position: Position | undefined) => void
}

/** The static code stays until Monaco stands in its place. */
function MonacoOrStatic({ program, label, focusAt, onClick, children }: MonacoProps) {
  const host = useRef<HTMLDivElement>(null)
  const [ready, setReady] = useState(false)
  const at = useRef(focusAt)
  at.current = focusAt
  useEffect(() => {
    if (!program) return
    let end: (() => void) | undefined
    let wanted = true
    import('./monaco-code-editor.ts')
      .then(({ createMonacoCodeEditor }) => {
        if (!wanted) return
        setReady(true)
        end = createMonacoCodeEditor(host.current!, program, {
          label,
          ...(at.current && { focusAt: at.current }),
        })
      })
      .catch((error: unknown) => (console.error(error), fallBack()))
    return () => ((wanted = false), end?.())
  }, [program, label])
  return (
    <>
      <div
        class="wb-static"
        hidden={ready}
        onClick={(event) => onClick(positionOfClick(event, event.currentTarget))}
      >
        {children}
      </div>
      <div ref={host} class="wb-monaco" />
    </>
  )
}

/** In the middle of the static code, unless it is in sight. */
function showLine(pane: HTMLElement, line: number) {
  const code = pane.querySelector<HTMLElement>('.wb-static pre')
  const row = code?.querySelector<HTMLElement>(`[data-line="${line}"]`)
  if (!code || !row || row.offsetTop < code.clientHeight) return
  code.scrollTop = row.offsetTop - code.clientHeight / 2
}

function fallBack() {
  chooseEditor('plain', { stay: false })
  showToast('The large editor did not load. The plain one does the same; the menu has both.')
}

function whenVisibleAndIdle(element: Element, callback: () => void): () => void {
  let idle = 0
  const observer = new IntersectionObserver(([entry]) => {
    if (!entry?.isIntersecting) return
    observer.disconnect()
    const later = window.requestIdleCallback ?? ((call: () => void) => window.setTimeout(call, 500))
    idle = later(() => callback(), { timeout: 3000 })
  })
  observer.observe(element)
  return () => {
    observer.disconnect()
    if (window.cancelIdleCallback) window.cancelIdleCallback(idle)
    else clearTimeout(idle)
  }
}

import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Position } from '#protocol/diagnostic.ts'
import { t } from '#i18n/t.ts'
import type { ProgramSession } from '../program/program-session.ts'
import { positionAt } from '../program/apply-fix.ts'
import { showToast } from '../notices/toasts.ts'
import { chooseEditor, editorChoice } from './editor-choice.ts'
import { PlainEditor } from './plain-editor.tsx'
import { positionOfClick } from './position-of-click.ts'
import './editor-pane.css'
import './stand-in.css'

interface Props {
  program: ProgramSession | undefined
  label: string
  /** The highlighted code of the page, until an editor takes its place. */
  children: ComponentChildren
}

/** `reading` the static code; the editor comes when it is about to be used. `focusAt` once the reader wants to type. */
type Stage = { kind: 'reading' } | { kind: 'editing'; focusAt?: Position }

/** Static code first; then the editor that suits. While the large one is on its way, the plain one takes the keys. */
export function EditorPane({ program, label, children }: Props) {
  const [stage, setStage] = useState<Stage>({ kind: 'reading' })
  const [isThere, setThere] = useState(false)
  const pane = useRef<HTMLDivElement>(null)
  const typed = useRef('')
  const kind = program ? editorChoice.value : undefined
  const open = (focusAt?: Position) => setStage({ kind: 'editing', ...(focusAt && { focusAt }) })
  useEffect(() => {
    if (!program || stage.kind !== 'reading') return
    if (kind === 'plain') return open(placeOfFocus(pane.current!, program))
    showLine(pane.current!, program.opening.line)
    return whenVisibleAndIdle(pane.current!, open)
  }, [program, stage.kind])
  const focusAt = stage.kind === 'editing' ? stage.focusAt : undefined
  // What the browser types itself once there is an editor is none of this.
  const onWish: MonacoProps['onWish'] = ({ at, key }) => {
    // Space scrolls, unless one is typing.
    if (key?.key === ' ' && typed.current === '') return
    if (key && !(program && key.isTrusted)) {
      key.preventDefault()
      typed.current += key.key
    }
    open(at ?? { line: program?.opening.line ?? 1, column: 1 })
  }
  function takeTyped(): string {
    const text = typed.current
    typed.current = ''
    return text
  }
  // The large editor has taken the cursor; whatever comes after it asks the file's history.
  function noteThere(isThere: boolean) {
    setThere(isThere)
    if (isThere) open()
  }
  const isPlain = stage.kind === 'editing' && kind === 'plain'
  const isStandIn = !isPlain && !isThere && focusAt !== undefined
  return (
    <div
      ref={pane}
      class={`wb-editor wb-editor-${program?.language ?? ''}`}
      // Whoever points at the code may be about to click into it.
      onPointerEnter={() => kind === 'monaco' && void loadMonaco().catch(() => {})}
    >
      {program && (isPlain || isStandIn) && (
        <div class={isStandIn ? 'wb-stand-in' : undefined}>
          <PlainEditor {...{ label, program, focusAt, takeTyped }} edited={program} />
        </div>
      )}
      {!isPlain && (
        <MonacoOrStatic
          program={stage.kind === 'editing' ? program : undefined}
          {...{ label, isThere, onWish }}
          setThere={noteThere}
        >
          {children}
        </MonacoOrStatic>
      )}
    </div>
  )
}

interface MonacoProps extends Props {
  isThere: boolean
  setThere: (isThere: boolean) => void
  /** The reader clicks at a place of the static code, or types there. */
  onWish: (wish: { at?: Position | undefined; key?: KeyboardEvent }) => void
}

/** The static code stays until Monaco stands in its place. */
function MonacoOrStatic({ program, label, isThere, setThere, onWish, children }: MonacoProps) {
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!program) return
    let end: (() => void) | undefined
    let wanted = true
    loadMonaco()
      .then(({ createMonacoCodeEditor }) => {
        if (!wanted) return
        const focus = focusIn(host.current!.parentElement!, program)
        end = createMonacoCodeEditor(host.current!, program, { label, ...(focus && { focus }) })
        setThere(true)
      })
      .catch((error: unknown) => (console.error(error), fallBack()))
    return () => ((wanted = false), setThere(false), end?.())
  }, [program, label])
  return (
    <>
      <div
        class="wb-static"
        hidden={isThere}
        onClick={(event) => onWish({ at: positionOfClick(event, event.currentTarget) })}
        onKeyDown={(key) => isTyping(key) && onWish({ key })}
      >
        {children}
      </div>
      <div ref={host} class="wb-monaco" />
    </>
  )
}

/** Who was at the static code goes on in the editor that takes its place. */
function placeOfFocus(pane: HTMLElement, { opening }: ProgramSession): Position | undefined {
  return pane.contains(document.activeElement) ? { line: opening.line, column: 1 } : undefined
}

function loadMonaco() {
  return import('./monaco-code-editor.ts')
}

/** Where the reader is in the pane: in the editor that stood in, and typing, or at the static code; undefined if elsewhere. */
function focusIn(
  pane: HTMLElement,
  { opening }: ProgramSession,
): { at: Position; isTyping: boolean } | undefined {
  const { activeElement } = document
  if (!pane.contains(activeElement)) return undefined
  return activeElement instanceof HTMLTextAreaElement
    ? { at: positionAt(activeElement.value, activeElement.selectionEnd), isTyping: true }
    : { at: { line: opening.line, column: 1 }, isTyping: false }
}

function isTyping({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey && !altKey
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
  showToast(t('The large editor did not load. The plain one does the same; the menu has both.'))
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

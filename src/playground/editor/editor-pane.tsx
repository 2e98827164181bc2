import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Position } from '#protocol/diagnostic.ts'
import type { ProgramSession } from '../program/program-session.ts'
import { applicableFixes } from '../program/quick-fix.ts'
import { chooseEditor, type EditorKind, saveEditorChoice } from './editor-choice.ts'
import { PlainEditor } from './plain-editor.tsx'
import { positionOfClick } from './position-of-click.ts'
import './editor-pane.css'
import './monaco.css'
import './story-layer.css'

type Stage =
  { kind: 'reading' } | { kind: 'plain'; because?: string } | { kind: 'monaco'; focusAt?: Position }

interface Props {
  program: ProgramSession | undefined
  label: string
  /** The highlighted code of the page, until an editor takes its place. */
  children: ComponentChildren
}

/** Static code first; the editor that suits comes when it is about to be used. */
export function EditorPane({ program, label, children }: Props) {
  const [stage, setStage] = useState<Stage>({ kind: 'reading' })
  const pane = useRef<HTMLDivElement>(null)
  const open = (kind: EditorKind, focusAt?: Position) =>
    setStage(kind === 'plain' ? { kind } : { kind, ...(focusAt && { focusAt }) })
  useEffect(() => {
    if (!program || stage.kind !== 'reading') return
    if (chooseEditor() === 'plain') return open('plain')
    return whenVisibleAndIdle(pane.current!, () => open('monaco'))
  }, [program, stage.kind])

  function choose(kind: EditorKind) {
    saveEditorChoice(kind)
    open(kind)
  }

  return (
    <div ref={pane} class={`wb-editor wb-editor-${program?.language ?? ''}`}>
      {stage.kind !== 'plain' && (
        <MonacoOrStatic
          program={stage.kind === 'monaco' ? program : undefined}
          label={label}
          focusAt={stage.kind === 'monaco' ? stage.focusAt : undefined}
          onClick={(position) => program && open(chooseEditor(), position ?? { line: 1, column: 1 })}
          onFailure={() =>
            setStage({ kind: 'plain', because: 'The large editor did not load. This one does the same.' })
          }
        >
          {children}
        </MonacoOrStatic>
      )}
      {stage.kind === 'plain' && program && <PlainEditor edited={program} label={label} program={program} />}
      {stage.kind !== 'reading' && <Hint stage={stage} hasFix={hasFix(program)} choose={choose} />}
    </div>
  )
}

interface MonacoProps extends Props {
  focusAt: Position | undefined
  onClick: (position: Position | undefined) => void
  onFailure: () => void
}

/** The static code stays until Monaco stands in its place. */
function MonacoOrStatic({ program, label, focusAt, onClick, onFailure, children }: MonacoProps) {
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
      .catch((error: unknown) => (console.error(error), onFailure()))
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

/** Whether Ctrl+. has something to offer. */
function hasFix(program: ProgramSession | undefined): boolean {
  if (!program || program.check.value.kind !== 'answered') return false
  return program.navigator.stories.value.some(({ fixes }) => applicableFixes(program, fixes).length > 0)
}

interface HintProps {
  stage: Stage
  hasFix: boolean
  choose: (kind: EditorKind) => void
}

function Hint({ stage, hasFix, choose }: HintProps) {
  return (
    <p class="wb-hint">
      {stage.kind === 'plain' ? (
        <>
          {stage.because && <strong>{stage.because} </strong>}
          <button type="button" class="wb-textbutton" onClick={() => choose('monaco')}>
            Large editor
          </button>
        </>
      ) : (
        <>
          <kbd>Tab</kbd> indents, <kbd>Ctrl+M</kbd> lets it leave; <kbd>F8</kbd> next step
          {hasFix && (
            <>
              , <kbd>Ctrl+.</kbd> fixes
            </>
          )}
          <button type="button" class="wb-textbutton" onClick={() => choose('plain')}>
            Plain editor
          </button>
        </>
      )}
    </p>
  )
}

function whenVisibleAndIdle(element: Element, callback: () => void): () => void {
  let idle = 0
  const observer = new IntersectionObserver(([entry]) => {
    if (!entry?.isIntersecting) return
    observer.disconnect()
    idle = window.requestIdleCallback?.(callback, { timeout: 3000 }) ?? window.setTimeout(callback, 500)
  })
  observer.observe(element)
  return () => {
    observer.disconnect()
    if (window.cancelIdleCallback) window.cancelIdleCallback(idle)
    else clearTimeout(idle)
  }
}

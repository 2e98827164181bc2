import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { Position } from '#protocol/diagnostic.ts'
import type { ProgramSession } from '../program/program-session.ts'
import { offsetOf, positionAt } from '../program/apply-fix.ts'
import { afterLayout } from './after-layout.ts'
import { changeBetween } from './change-between.ts'
import type { EditedFile } from '../program/edited-file.ts'
import { PlainGutter } from './plain-gutter.tsx'
import { scrollIntoSight } from './scroll-plain.ts'
import type { CodeEditor } from '../program/code-editor.ts'
import './plain-editor.css'

interface Props {
  edited: EditedFile
  label: string
  /** Who tells stories of the text, to be drawn beside it. */
  program?: ProgramSession
  /** Where the cursor begins; it takes the focus. */
  focusAt?: Position | undefined
  /** Hands over, once, what was typed there before the editor came. */
  takeTyped?: (() => string) | undefined
}

/** A textarea: for touch, narrow screens, screen readers, and where the large editor does not load. Tab moves on. */
export function PlainEditor({ edited, label, program, focusAt, takeTyped }: Props) {
  const element = useRef<HTMLTextAreaElement>(null)
  const past = useMemo(() => createPast(edited), [edited])
  // Before the browser paints: who was about to type goes on.
  useLayoutEffect(() => {
    const area = element.current!
    // As a property it is a boolean, of which «off» would be true.
    area.setAttribute('autocorrect', 'off')
    const handle = toCodeEditor(area, edited)
    edited.editor.value = handle
    const at = edited.history.cursor ?? focusAt
    if (at && focusAt) handle.goTo(at)
    else if (at) setCursor(area, at)
    else opensAt(area, edited)
    const typed = takeTyped?.()
    if (typed) document.execCommand('insertText', false, typed)
    return () => {
      if (past.hadFocus()) edited.history.cursor = positionAt(area.value, area.selectionEnd)
      if (edited.editor.peek() === handle) edited.editor.value = undefined
    }
  }, [edited])
  const rows = useRef<HTMLDivElement>(null)
  return (
    <div class="plain-code">
      {program && <PlainGutter program={program} rows={rows} />}
      <textarea
        ref={element}
        class={`plain-editor${edited.text.value === edited.given ? '' : ' is-typed'}`}
        aria-label={label}
        aria-invalid={program ? isRefused(program) : false}
        rows={Math.min(edited.text.value.split('\n').length + 1, 30)}
        wrap="off"
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        value={edited.text.value}
        onFocus={({ currentTarget }) => past.replay(currentTarget)}
        onBeforeInput={keepIndent}
        onInput={({ currentTarget }) => {
          if (!past.isReplaying()) edited.text.value = currentTarget.value
        }}
        onScroll={({ currentTarget }) => scrollAlong(rows.current, currentTarget)}
      />
    </div>
  )
}

/** The textarea's own undo goes as far back as the text is known, once it has the focus: without that it can't be typed into. */
function createPast({ history }: EditedFile) {
  const steps = [...history.steps]
  let isReplaying = false
  let hadFocus = false
  function replay(area: HTMLTextAreaElement) {
    hadFocus = true
    const [first, ...later] = steps.splice(0)
    if (later.length === 0 || later.at(-1) !== area.value) return
    const { selectionStart, selectionEnd, scrollTop } = area
    isReplaying = true
    area.value = first!
    for (const text of later) typeChange(area, text)
    isReplaying = false
    area.setSelectionRange(selectionStart, selectionEnd)
    area.scrollTop = scrollTop
  }
  return { replay, isReplaying: () => isReplaying, hadFocus: () => hadFocus }
}

/** Types what is different, at its place, as one step: the only way by which a textarea's own undo knows of it. A hidden one takes nothing. */
function typeChange(area: HTMLTextAreaElement, text: string): boolean {
  const { from, to, inserted } = changeBetween(area.value, text)
  area.setSelectionRange(from, to)
  return document.execCommand(inserted === '' ? 'delete' : 'insertText', false, inserted)
}

/** Begins a new line as far to the right as the one before it. */
function keepIndent(event: InputEvent & { currentTarget: HTMLTextAreaElement }) {
  const { value, selectionStart } = event.currentTarget
  const line = value.slice(value.lastIndexOf('\n', selectionStart - 1) + 1, selectionStart)
  const indent = /^[ \t]*/.exec(line)![0]
  if (event.inputType !== 'insertLineBreak' || indent === '') return
  event.preventDefault()
  document.execCommand('insertText', false, `\n${indent}`)
}

/** The textarea scrolls further than its lines reach, by its padding and its scrollbar. */
function scrollAlong(rows: HTMLElement | null, { scrollTop }: HTMLTextAreaElement) {
  if (rows) rows.style.transform = `translateY(${-scrollTop}px)`
}

function isRefused({ navigator }: ProgramSession): boolean {
  return navigator.stories.value.some(({ severity }) => severity === 'error')
}

function toCodeEditor(element: HTMLTextAreaElement, edited: EditedFile): CodeEditor {
  return {
    kind: 'plain',
    goTo(position) {
      element.focus()
      setCursor(element, position)
      element.scrollIntoView({ block: 'nearest' })
    },
    reveal: (position, others) => afterLayout(() => scrollIntoSight(element, position, others)),
    focus: () => element.focus(),
    hasFocus: () => document.activeElement === element,
    caret: () => caretOf(element),
    placeOf: () => undefined,
    replace(text) {
      if (element.value === text) return
      const { from } = changeBetween(element.value, text)
      element.focus()
      if (document.activeElement !== element || !typeChange(element, text)) edited.text.value = text
      afterLayout(() => scrollIntoSight(element, positionAt(text, from)))
    },
  }
}

/** Where the exercise begins, unless something else was brought into sight already. */
function opensAt(area: HTMLTextAreaElement, { opening: { line } }: EditedFile) {
  const offset = offsetOf(area.value, { line, column: 1 })
  // Else who comes by Tab is at the end of the text.
  if (line > 1) area.setSelectionRange(offset, offset)
  afterLayout(() => area.scrollTop === 0 && scrollIntoSight(area, { line, column: 1 }))
}

/** Scrolled out of the textarea, it counts as at the edge. */
function caretOf(area: HTMLTextAreaElement): { top: number; bottom: number } {
  const { top, height } = area.getBoundingClientRect()
  const line = Number.parseFloat(getComputedStyle(area).lineHeight)
  const from = (positionAt(area.value, area.selectionEnd).line - 1) * line - area.scrollTop
  const at = top + Math.min(Math.max(0, from), height - line)
  return { top: at, bottom: at + line }
}

/** Its line comes near the top: the keyboard of a phone covers the lower half. */
function setCursor(element: HTMLTextAreaElement, position: Position) {
  const offset = offsetOf(element.value, position)
  element.setSelectionRange(offset, offset)
  element.scrollTop = (position.line - 3) * Number.parseFloat(getComputedStyle(element).lineHeight)
}

import { useEffect, useRef } from 'preact/hooks'
import type { Position } from '#protocol/diagnostic.ts'
import type { Bench } from '../program/program-session.ts'
import { offsetOf } from '../program/apply-fix.ts'
import type { Sheet } from '../program/edited-file.ts'
import { PlainGutter } from './plain-gutter.tsx'
import type { CodeEditor } from '../program/code-editor.ts'

interface Props {
  sheet: Sheet
  label: string
  /** Who tells stories of the text, to be drawn beside it. */
  bench?: Bench
}

/** A textarea: for touch, narrow screens, screen readers, and where the large editor does not load. Tab moves on. */
export function PlainEditor({ sheet, label, bench }: Props) {
  const element = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    sheet.editor.value = toCodeEditor(element.current!, sheet)
    return () => void (sheet.editor.value = undefined)
  }, [sheet])
  const rows = useRef<HTMLDivElement>(null)
  return (
    <div class="plain-sheet">
      {bench && <PlainGutter bench={bench} rows={rows} />}
      <textarea
        ref={element}
        class="plain-editor"
        aria-label={label}
        aria-invalid={bench ? isRefused(bench) : false}
        rows={Math.min(sheet.text.value.split('\n').length + 1, 30)}
        wrap="off"
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        autocorrect="off"
        value={sheet.text.value}
        onInput={({ currentTarget }) => (sheet.text.value = currentTarget.value)}
        onScroll={({ currentTarget }) => scrollAlong(rows.current, currentTarget)}
      />
    </div>
  )
}

/** The textarea scrolls further than its lines reach, by its padding and its scrollbar. */
function scrollAlong(rows: HTMLElement | null, { scrollTop }: HTMLTextAreaElement) {
  if (rows) rows.style.transform = `translateY(${-scrollTop}px)`
}

function isRefused({ reading }: Bench): boolean {
  return reading.stories.value.some(({ severity }) => severity === 'error')
}

function toCodeEditor(element: HTMLTextAreaElement, sheet: Sheet): CodeEditor {
  return {
    kind: 'plain',
    goTo(position) {
      const offset = offsetOf(element.value, position)
      element.focus()
      element.setSelectionRange(offset, offset)
      scrollTo(element, position)
      element.scrollIntoView({ block: 'nearest' })
    },
    reveal: (position) => scrollTo(element, position),
    focus: () => element.focus(),
    hasFocus: () => document.activeElement === element,
    placeOf: () => undefined,
    replace(text) {
      element.focus()
      element.select()
      // The only way by which a textarea's own undo knows of the change.
      if (!document.execCommand('insertText', false, text)) sheet.text.value = text
    },
  }
}

function scrollTo(element: HTMLTextAreaElement, { line }: Position) {
  element.scrollTop = (line - 3) * Number.parseFloat(getComputedStyle(element).lineHeight)
}

import { useEffect, useRef } from 'preact/hooks'
import type { Position } from '#protocol/diagnostic.ts'
import { offsetOf } from '../apply-fix.ts'
import type { Sheet } from '../sheet.ts'
import type { CodeEditor } from './code-editor.ts'

interface Props {
  sheet: Sheet
  label: string
  /** It holds an error. */
  invalid?: boolean
}

/** A textarea: for touch, narrow screens, screen readers, and where the large editor does not load. Tab moves on. */
export function PlainEditor({ sheet, label, invalid = false }: Props) {
  const element = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    sheet.editor.value = toCodeEditor(element.current!, sheet)
    return () => void (sheet.editor.value = undefined)
  }, [sheet])
  return (
    <textarea
      ref={element}
      class="plain-editor"
      aria-label={label}
      aria-invalid={invalid}
      rows={Math.min(sheet.text.value.split('\n').length + 1, 30)}
      wrap="off"
      spellcheck={false}
      autocomplete="off"
      autocapitalize="off"
      autocorrect="off"
      value={sheet.text.value}
      onInput={({ currentTarget }) => (sheet.text.value = currentTarget.value)}
    />
  )
}

function toCodeEditor(element: HTMLTextAreaElement, sheet: Sheet): CodeEditor {
  return {
    kind: 'plain',
    goTo(position) {
      const offset = offsetOf(element.value, position)
      const end = element.value.indexOf('\n', offset)
      element.focus()
      element.setSelectionRange(offset, end === -1 ? element.value.length : end)
      scrollTo(element, position)
      element.scrollIntoView({ block: 'nearest' })
    },
    reveal: (position) => scrollTo(element, position),
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

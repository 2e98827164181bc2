import { useEffect, useRef } from 'preact/hooks'
import { offsetOf } from '../apply-fix.ts'
import type { Bench } from '../bench.ts'
import type { CodeEditor } from './code-editor.ts'

/** A textarea: for touch, narrow screens, screen readers, and where the large editor does not load. Tab moves on. */
export function PlainEditor({ bench, label }: { bench: Bench; label: string }) {
  const element = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    bench.editor.value = toCodeEditor(element.current!, bench)
    return () => void (bench.editor.value = undefined)
  }, [bench])
  const invalid = bench.diagnostics.value.some(({ severity }) => severity === 'error')
  return (
    <textarea
      ref={element}
      class="plain-editor"
      aria-label={label}
      aria-invalid={invalid}
      rows={Math.min(bench.text.value.split('\n').length + 1, 30)}
      wrap="off"
      spellcheck={false}
      autocomplete="off"
      autocapitalize="off"
      autocorrect="off"
      value={bench.text.value}
      onInput={({ currentTarget }) => (bench.text.value = currentTarget.value)}
    />
  )
}

function toCodeEditor(element: HTMLTextAreaElement, bench: Bench): CodeEditor {
  return {
    kind: 'plain',
    goTo(position) {
      const offset = offsetOf(element.value, position)
      const end = element.value.indexOf('\n', offset)
      element.focus()
      element.setSelectionRange(offset, end === -1 ? element.value.length : end)
      element.scrollTop = (position.line - 3) * Number.parseFloat(getComputedStyle(element).lineHeight)
      element.scrollIntoView({ block: 'nearest' })
    },
    replace(text) {
      element.focus()
      element.select()
      // The only way by which a textarea's own undo knows of the change.
      if (!document.execCommand('insertText', false, text)) bench.text.value = text
    },
  }
}

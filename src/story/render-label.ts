import { escapeHtml } from './escape-html.ts'
import type { Label } from './labels.ts'
import { renderMessage } from './render-message.ts'

/** Renders a label as HTML for styles/story.css, on pages and in editors; `attributes` are added to its element. */
export function renderLabel(label: Label, attributes = ''): string {
  const { code, text, kind, severity, source } = label
  const look = `story-label story-label-${kind} story-label-${severity} story-label-${source}`
  const head = code ? `<b>${escapeHtml(code)}</b> ` : ''
  return `<span class="${look}"${attributes}>${head}${renderMessage(text)}</span>`
}

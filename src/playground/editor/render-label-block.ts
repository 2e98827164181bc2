import type { Label } from '#story/labels.ts'
import { escapeHtml } from '#story/escape-html.ts'
import { renderMessage } from '#story/render-message.ts'
import type { Place } from './place-labels.ts'

/** The labels of one line as HTML, in one block. */
export function renderBlock(labels: Label[], place: Place, lineHeight: number): string {
  const { top, rows, left, width, line, isCut } = place
  const classes = [
    'wb-said',
    rows > 1 && 'wb-said-tall',
    isCut && 'wb-said-cut',
    top > line && 'wb-said-below',
  ]
  const size = `left:${left}px;top:${(top - 1) * lineHeight}px;width:${width}px;height:${rows * lineHeight}px`
  return (
    `<div class="${classes.filter(Boolean).join(' ')}" style="${size};-webkit-line-clamp:${rows}" data-line="${line}" data-top="${top}" data-rows="${rows}">` +
    `${labels.map(renderLabel).join(' ')}</div>`
  )
}

function renderLabel(label: Label): string {
  const { ref, text, kind, severity, source } = label
  const classes = `wb-say wb-say-${kind} wb-say-${severity} wb-say-by-${source}`
  const sign = signOf(label)
  return (
    `<span class="${classes}" data-story="${ref.story}" data-step="${ref.step}">` +
    `${sign && `<b>${escapeHtml(sign)}</b> `}${renderMessage(text)}</span>`
  )
}

/** The characters of a label as they are measured. */
export function toPlainText(label: Label): string {
  return `${signOf(label)} ${label.text.replaceAll('`', '')}`.trim()
}

/** Told by shape as well as by colour. */
function signOf({ kind, severity, source, code }: Label): string {
  if (kind !== 'primary' || code === undefined || source === 'kernel') return ''
  return `${severity === 'error' ? '✗' : '⚠'} ${code}`
}

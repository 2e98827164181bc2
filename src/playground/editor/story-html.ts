import type { Label } from '#story/labels.ts'
import type { Place } from './place-labels.ts'

/** The labels of one line as HTML, in one block. */
export function drawBlock(labels: Label[], place: Place, lineHeight: number): string {
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
    `${labels.map(drawLabel).join(' ')}</div>`
  )
}

function drawLabel({ ref, text, kind, severity, by, code }: Label): string {
  const classes = `wb-say wb-say-${kind} wb-say-${severity} wb-say-by-${by}`
  return (
    `<span class="${classes}" data-story="${ref.story}" data-step="${ref.step}">` +
    `${toSign({ kind, severity, by, code })}${toPhrase(text)}</span>`
  )
}

/** Told by shape as well as by colour. */
function toSign({
  kind,
  severity,
  by,
  code,
}: Pick<Label, 'kind' | 'severity' | 'by'> & { code?: string | undefined }): string {
  if (kind !== 'primary' || code === undefined || by === 'kernel') return ''
  return `<b>${severity === 'error' ? '✗' : '⚠'} ${toText(code)}</b> `
}

/** The characters of a label as they are measured. */
export function toPlainText({ kind, severity, code, text, by }: Label): string {
  const sign =
    kind === 'primary' && code && by !== 'kernel' ? `${severity === 'error' ? '✗' : '⚠'} ${code} ` : ''
  return `${sign}${text.replaceAll('`', '')}`
}

function toPhrase(text: string): string {
  return toText(text).replace(/`([^`]+)`/g, '<code>$1</code>')
}

function toText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

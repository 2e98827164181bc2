import type { Label } from '#story/labels.ts'
import { renderLabel } from '#story/render-label.ts'
import type { Place } from './place-labels.ts'

/** Renders the labels of one line as one block, at a place that `placeLabels` found; `lineHeight` is in pixels. */
export function renderLabelBlock(
  { line, labels }: { line: number; labels: Label[] },
  place: Place,
  lineHeight: number,
): string {
  const { top, rows, left, width, row, isCut, whole } = place
  const classes = [
    'wb-label-block',
    rows > 1 && 'wb-label-block-tall',
    isCut && 'wb-label-block-cut',
    top > row && 'wb-label-block-below',
    labels.some(({ source }) => source === 'kernel') && 'wb-label-block-kernel',
  ]
  const toTop = (at: number) => `${(at - 1) * lineHeight}px`
  const size = `left:${left}px;top:${toTop(top)};width:${width}px;height:${rows * lineHeight}px`
  const all = `--left:${whole.left}px;--top:${toTop(whole.top)};--width:${whole.width}px;--room:${width}px`
  return (
    `<div class="${classes.filter(Boolean).join(' ')}" style="${size};${all};-webkit-line-clamp:${rows}" data-line="${line}" data-top="${top}" data-rows="${rows}">` +
    `${labels.map(renderInEditor).join(' ')}</div>`
  )
}

/** A pointer finds the step by the element's attributes. */
function renderInEditor(label: Label): string {
  const { story, step } = label.ref
  return renderLabel(withSign(label), ` data-story="${story}" data-step="${step}"`)
}

/** The characters of a label as they are seen in its block, to be measured. */
export function toPlainText(label: Label): string {
  const { code = '', text } = withSign(label)
  return `${code} ${text.replaceAll('`', '')}`.trim()
}

/** Errors and warnings differ in shape as well as in colour. */
function withSign(label: Label): Label {
  const sign = label.severity === 'error' ? '✗' : '⚠'
  return label.code ? { ...label, code: `${sign} ${label.code}` } : label
}

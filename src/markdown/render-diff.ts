import { diffLines } from 'diff'
import { escapeHtml } from '#story/escape-html.ts'
import { highlight, type Piece } from './highlight.ts'

export interface DiffToRender {
  before: string
  after: string
  language: string
  /** What a screen reader calls it. */
  name: string
}

/** Renders what changed between two texts as HTML: the whole text, with removed and added lines marked. */
export function renderDiff({ before, after, language, name }: DiffToRender): string {
  const sides = { before: highlight(before, language), after: highlight(after, language) }
  const at = { before: 0, after: 0 }
  const lines = diffLines(before, after).flatMap(({ count, added, removed }) =>
    Array.from({ length: count }, () => {
      const pieces = removed ? sides.before[at.before]! : sides.after[at.after]!
      if (!added) at.before++
      if (!removed) at.after++
      return renderDiffLine(pieces, added ? 'added' : removed ? 'removed' : 'same')
    }),
  )
  return `<pre class="code" style="--lines:${lines.length}" data-language="${language}" tabindex="0" role="region" aria-label="${escapeHtml(name)}"><code>${lines.join('')}</code></pre>`
}

function renderDiffLine(pieces: Piece[], change: 'added' | 'removed' | 'same'): string {
  const text = pieces
    .map((piece) => `<span class="${piece.classes.join(' ')}">${escapeHtml(piece.text)}</span>`)
    .join('')
    .replaceAll(' class=""', '')
  const sign = { added: '+', removed: '−', same: ' ' }[change]
  const word = change === 'same' ? '' : `<span class="visually-hidden">${change}: </span>`
  return `<span class="line ${change}" data-sign="${sign}">${word}<span class="src">${text}\n</span></span>`
}

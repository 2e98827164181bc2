import { diffLines } from 'diff'
import { escapeHtml } from '#story/escape-html.ts'
import { highlight, type Piece } from './highlight.ts'

export interface DiffToRender {
  before: string
  after: string
  language: string
  /** What a screen reader calls it. */
  name: string
  /** Lines that are shown before and after each change; absent: the whole text is shown. */
  context?: number
}

/** Renders what changed between two texts as HTML: the text, with removed and added lines marked. */
export function renderDiff({ before, after, language, name, context = Infinity }: DiffToRender): string {
  const sides = { before: highlight(before, language), after: highlight(after, language) }
  const at = { before: 0, after: 0 }
  const parts = diffLines(before, after)
  const lines = parts.flatMap(({ count, added, removed }, index) => {
    const rendered = Array.from({ length: count }, () => {
      const pieces = removed ? sides.before[at.before]! : sides.after[at.after]!
      if (!added) at.before++
      if (!removed) at.after++
      return renderDiffLine(pieces, added ? 'added' : removed ? 'removed' : 'same')
    })
    if (added || removed) return rendered
    const [isFirst, isLast] = [index === 0, index === parts.length - 1]
    return skipMiddle(rendered, { above: isFirst ? 0 : context, below: isLast ? 0 : context })
  })
  return `<pre class="code" style="--lines:${lines.length}" data-language="${language}" tabindex="0" role="group" aria-label="${escapeHtml(name)}"><code>${lines.join('')}</code></pre>`
}

/** Puts one line in place of those between the first and the last few. */
function skipMiddle(lines: string[], { above, below }: { above: number; below: number }): string[] {
  const skipped = lines.length - above - below
  if (skipped < 3) return lines
  const words = `<span class="line same" data-sign="⋯"><span class="src"><span class="aside">${skipped} lines</span>\n</span></span>`
  return [...lines.slice(0, above), words, ...lines.slice(lines.length - below)]
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

import { highlight, type Piece } from '#markdown/highlight.ts'
import { escapeHtml } from '#story/escape-html.ts'
import { type PreviewCode, previewRows } from './code-of-lesson.ts'

/** What a picture of a page says, beside its code. */
export interface Preview {
  /** Above the title, such as «3.2 Ownership». */
  place: string
  title: string
  code?: PreviewCode
}

/** Draws the picture that other sites show with a link, 1200 × 630, as SVG; all of it in the code font. */
export function renderPreview({ place, title, code }: Preview): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" font-family="JetBrains Mono">
<rect width="1200" height="630" fill="${colours.paper}"/>
<rect width="1200" height="8" fill="${colours.rust}"/>
${text([60, 82], 'No Oops', `font-size="30" font-weight="700" fill="${colours.ink}"`)}
${text([1140, 82], place, `font-size="26" text-anchor="end" fill="${colours.aside}"`)}
${wrap(title, 34)
  .slice(0, 2)
  .map((line, index) =>
    text([60, 160 + index * 58], line, `font-size="48" font-weight="700" fill="${colours.ink}"`),
  )
  .join('\n')}
${code ? renderCode(code) : ''}
</svg>`
}

/** Of the dark theme, which keeps its look between other pictures. */
const colours = {
  paper: '#0d1117',
  ink: '#f0f3f6',
  aside: '#9ba6b2',
  surface: '#161b22',
  rust: '#f78166',
  told: '#ff7b72',
}

const tokens: Record<string, string> = {
  't-comment': '#8b949e',
  't-keyword': '#ff7b72',
  't-constant': '#79c0ff',
  't-type': '#ffa657',
  't-function': '#d2a8ff',
  't-string': '#a5d6ff',
  't-tag': '#7ee787',
}

const columns = 60
const top = 252
const row = 38

function renderCode({ text: source, language, first, told }: PreviewCode): string {
  const all = highlight(source.trimEnd().replaceAll('\t', '    '), language)
  const lines = all.slice(first - 1, first - 1 + previewRows)
  const drawn = lines.map((pieces, index) =>
    renderLine(
      { pieces, number: first + index, isTold: first + index === told?.line },
      top + 42 + index * row,
    ),
  )
  const height = lines.length * row + 24
  const says = told
    ? text([92, top + height + 32], cut(told.says, 66), `font-size="26" fill="${colours.told}"`)
    : ''
  return `<rect x="40" y="${top}" width="1120" height="${height}" rx="10" fill="${colours.surface}"/>\n${drawn.join('\n')}\n${says}`
}

interface Line {
  pieces: Piece[]
  number: number
  isTold: boolean
}

function renderLine({ pieces, number, isTold }: Line, y: number): string {
  const mark = isTold
    ? `<rect x="40" y="${y - 28}" width="1120" height="${row}" fill="${colours.told}" opacity="0.2"/>`
    : ''
  const count = text(
    [120, y],
    String(number),
    `font-size="24" text-anchor="end" fill="${isTold ? colours.told : colours.aside}"`,
  )
  return `${mark}${count}<text x="150" y="${y}" font-size="26" xml:space="preserve">${toSpans(pieces)}</text>`
}

function toSpans(pieces: Piece[]): string {
  let room = columns
  return pieces
    .map(({ text, classes }) => {
      const shown = text.slice(0, room)
      room -= shown.length
      return `<tspan fill="${tokens[classes[0] ?? ''] ?? colours.ink}">${escapeHtml(shown)}</tspan>`
    })
    .join('')
}

function text([x, y]: [number, number], says: string, attributes: string): string {
  return `<text x="${x}" y="${y}" xml:space="preserve" ${attributes}>${escapeHtml(says)}</text>`
}

function wrap(says: string, width: number): string[] {
  const lines = ['']
  for (const word of says.replaceAll('`', '').split(' ')) {
    if (lines.at(-1) !== '' && `${lines.at(-1)} ${word}`.length > width) lines.push('')
    lines.push(`${lines.pop()} ${word}`.trim())
  }
  return lines
}

function cut(says: string, width: number): string {
  return says.length > width ? `${says.slice(0, width - 1)}…` : says
}

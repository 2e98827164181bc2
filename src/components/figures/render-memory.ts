import { t } from '#i18n/t.ts'
import type { FigureOf } from '#course/figures/figure.ts'
import { box, type Drawing, text } from '#story/figures/svg.ts'

const [cell, rowHeight, left] = [35, 40, 28]

/** Draws the bytes of a struct, eight in a row; a field that goes on in the next row is drawn in both. */
export function renderMemory({ name, fields }: FigureOf<'memory'>): Drawing {
  const placed = fields.map((field, index) => ({
    ...field,
    from: fields.slice(0, index).reduce((sum, { size }) => sum + size, 0),
  }))
  const size = fields.reduce((sum, field) => sum + field.size, 0)
  const rows = Math.ceil(size / 8)
  return {
    width: left + 8 * cell + 6,
    height: 36 + rows * rowHeight + 8,
    parts: [
      text({ x: left, y: 18 }, t('{name}: {size} bytes', { name, size }), 'f-strong'),
      ...Array.from({ length: rows }, (_, row) =>
        text({ x: left - 10, y: 36 + row * rowHeight + 23 }, `${row * 8}`, 'f-dim f-end'),
      ),
      ...placed.flatMap((field) => piecesOf(field).flatMap((piece) => renderPiece(field, piece))),
    ],
  }
}

type Placed = FigureOf<'memory'>['fields'][number] & { from: number }

/** A field cut at the ends of rows. */
function piecesOf({ from, size }: Placed): { from: number; to: number }[] {
  const end = from + size
  const pieces: { from: number; to: number }[] = []
  for (let at = from; at < end; at = (Math.floor(at / 8) + 1) * 8)
    pieces.push({ from: at, to: Math.min(end, (Math.floor(at / 8) + 1) * 8) })
  return pieces
}

function renderPiece(
  { name, look, from: start }: Placed,
  { from, to }: { from: number; to: number },
): string[] {
  const x = left + (from % 8) * cell
  const y = 36 + Math.floor(from / 8) * rowHeight
  const width = (to - from) * cell
  const fits = name.length * 7.83 < width - 3
  const looks = { field: 'f-owner-soft', padding: 'f-padding', wrong: 'f-wrong-soft' }
  return [
    box({ x: x + 1, y: y + 1 }, { width: width - 2, height: rowHeight - 6 }, looks[look]),
    text(
      { x: x + width / 2, y: y + 23 },
      from === start ? (fits ? name : name.slice(0, Math.floor(width / 7.83) - 1)) : '…',
      `f-code f-middle${look === 'padding' ? ' f-dim' : ''}`,
    ),
  ]
}

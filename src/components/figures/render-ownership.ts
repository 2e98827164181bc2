import { t } from '#i18n/t.ts'
import type { FigureOf } from '#course/figures/figure.ts'
import { arrow, box, type Drawing, mostOnPhone, text, widthOf } from '#story/figures/svg.ts'

type Figure = FigureOf<'ownership'>

const gap = 16
const [top, height] = [40, 46]

/** Draws one step: a box for each variable, in it the value that it owns, and arrows for borrows. What is too wide for a phone stands in two rows. */
export function renderOwnership({ boxes, steps }: Figure, step: Figure['steps'][number]): Drawing {
  const values = steps.flatMap(({ holds }) => Object.values(holds))
  const width = Math.max(60, ...[...boxes, ...values].map((name) => widthOf(name) + 22))
  const isWide = 8 + boxes.length * (width + gap) - gap > mostOnPhone
  const rowHeight = top + height + (steps.some(({ borrows }) => Object.keys(borrows).length > 0) ? 32 : 4)
  const inRow = isWide ? Math.ceil(boxes.length / 2) : boxes.length
  const placeOf = (name: string) => {
    const index = boxes.indexOf(name)
    return { x: 4 + (index % inRow) * (width + gap), y: Math.floor(index / inRow) * rowHeight, width }
  }
  return {
    width: inRow * (width + gap) - gap + 8,
    height: (isWide ? 2 : 1) * rowHeight,
    parts: [
      ...boxes.flatMap((name) => renderBox(name, step, placeOf(name))),
      ...Object.entries(step.borrows).map(([from, to]) =>
        renderBorrow(placeOf(from), placeOf(to), step.freed.includes(to)),
      ),
    ],
  }
}

/** Where the room of a box begins, and its width. */
interface Place {
  x: number
  y: number
  width: number
}

/** In one row it goes below the boxes, else straight from one row to the other. */
function renderBorrow(from: Place, to: Place, isWrong: boolean): string {
  const classes = isWrong ? 'f-arrow f-wrong-line' : 'f-arrow f-loan-line'
  const [start, end] = [from, to].map(({ x, y, width }) => ({ x: x + width / 2, y: y + top + height }))
  if (from.y < to.y) return arrow(start!, { x: end!.x, y: to.y + top - 26 }, { classes })
  if (from.y > to.y) return arrow({ x: start!.x, y: from.y + top - 26 }, end!, { classes })
  const side = from.x < to.x ? -8 : 8
  return arrow(start!, { x: end!.x + side, y: end!.y + 3 }, { classes, bend: -24 })
}

function renderBox(name: string, step: Figure['steps'][number], { x, y, width }: Place): string[] {
  const middle = x + width / 2
  const value = step.holds[name]
  const isFreed = step.freed.includes(name)
  const look = isFreed ? 'f-gone' : value ? 'f-owner-soft' : 'f-empty'
  return [
    text({ x: middle, y: y + top - 12 }, name, 'f-code f-middle'),
    box({ x, y: y + top }, { width, height }, look),
    ...(value ? [text({ x: middle, y: y + top + 28 }, value, 'f-code f-middle f-owner-ink')] : []),
    ...(step.moved.includes(name)
      ? [text({ x: middle, y: y + top + 28 }, t('moved'), 'f-dim f-middle')]
      : []),
    ...(isFreed ? [text({ x: middle, y: y + top + 28 }, t('freed'), 'f-middle f-wrong-ink')] : []),
  ]
}

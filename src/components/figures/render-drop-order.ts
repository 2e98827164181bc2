import { t } from '#i18n/t.ts'
import type { FigureOf } from '#course/figures/figure.ts'
import { arrow, box, type Drawing, text, widthOf } from '#story/figures/svg.ts'

const rowHeight = 38

/** Draws values as they are declared, from top to bottom, with the number of each one's drop. */
export function renderDropOrder({ values, order }: FigureOf<'drop-order'>): Drawing {
  const width = Math.max(90, ...values.map(({ name }) => widthOf(name) + 24))
  const noteOf = ({ moved, does = '' }: (typeof values)[number]) => (moved ? t('moved away: not here') : does)
  const note = Math.max(60, ...values.map((value) => widthOf(noteOf(value), 'text')))
  const dropped = values.filter(({ moved }) => !moved)
  const inOrder = order === 'last-first' ? dropped.toReversed() : dropped
  const yOf = (index: number) => 34 + index * rowHeight
  const bottom = yOf(values.length) - 8
  const left = 40
  return {
    width: left + width + 54 + note + 8,
    height: bottom + 14,
    parts: [
      text({ x: left + width / 2, y: 20 }, t('declared'), 'f-dim f-middle'),
      text({ x: left + width + 50, y: 20 }, t('dropped'), 'f-dim'),
      arrow({ x: 18, y: 34 }, { x: 18, y: bottom }, { classes: 'f-arrow' }),
      ...values.flatMap((value, index) => {
        const y = yOf(index)
        const number = inOrder.indexOf(value) + 1
        return [
          box({ x: left, y }, { width, height: 28 }, value.moved ? 'f-empty' : 'f-owner-soft'),
          text({ x: left + width / 2, y: y + 19 }, value.name, 'f-code f-middle'),
          text({ x: left + width + 20, y: y + 19 }, value.moved ? '' : `${number}.`, 'f-strong'),
          text({ x: left + width + 50, y: y + 19 }, noteOf(value), value.moved ? 'f-dim' : ''),
        ]
      }),
    ],
  }
}

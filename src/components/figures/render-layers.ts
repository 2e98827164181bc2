import { t } from '#i18n/t.ts'
import type { FigureOf } from '#course/figures/figure.ts'
import { arrow, box, type Drawing, text, widthOf } from '#story/figures/svg.ts'

const [height, gap] = [46, 34]

/** Draws layers from top to bottom, with what goes from each to the next. */
export function renderLayers({ layers }: FigureOf<'layers'>): Drawing {
  const width = Math.max(
    236,
    ...layers.map(({ name, note = '' }) => Math.max(widthOf(name, 'text') + 40, widthOf(note, 'text') + 30)),
  )
  const looks = { c: 'f-c-soft', rust: 'f-rust-soft', unsafe: 'f-wrong-soft', plain: 'f-plain-soft' }
  const words = { c: 'C', rust: 'Rust', unsafe: t('Rust, unsafe'), plain: '' }
  const side = Math.max(90, ...layers.map(({ arrow: words = '' }) => widthOf(words, 'text') - width / 2 + 30))
  return {
    width: width + side + 6,
    height: layers.length * (height + gap) - gap + 10,
    parts: layers.flatMap(({ name, note, language, arrow: said }, index) => {
      const kind = language ?? 'plain'
      const y = 4 + index * (height + gap)
      return [
        box({ x: 3, y }, { width, height }, looks[kind]),
        text({ x: 3 + width / 2, y: y + (note ? 20 : 28) }, name, 'f-middle f-strong'),
        ...(note ? [text({ x: 3 + width / 2, y: y + 37 }, note, 'f-middle f-dim')] : []),
        text({ x: width + 12, y: y + 28 }, words[kind], 'f-dim'),
        ...(index + 1 < layers.length
          ? [
              arrow(
                { x: 3 + width / 2, y: y + height + 4 },
                { x: 3 + width / 2, y: y + height + gap - 4 },
                { classes: 'f-arrow' },
              ),
            ]
          : []),
        ...(said ? [text({ x: 3 + width / 2 + 12, y: y + height + 22 }, said, 'f-dim')] : []),
      ]
    }),
  }
}

import type { FigureOf } from '#course/figures/figure.ts'
import { box, type Drawing, line, text, widthOf } from '#story/figures/svg.ts'

const rowHeight = 32

/** Draws what threads do, a column each, from top to bottom in time. */
export function renderThreads({ threads, rows }: FigureOf<'threads'>): Drawing {
  const widths = threads.map((name, index) => {
    const own = rows.filter(({ thread }) => thread === index + 1)
    return Math.max(120, widthOf(name, 'text') + 20, ...own.map(({ does }) => widthOf(does) + 22))
  })
  const xOf = (index: number) => 6 + widths.slice(0, index).reduce((sum, width) => sum + width + 18, 0)
  const bottom = 38 + rows.length * rowHeight
  return {
    width: xOf(threads.length) - 12,
    height: bottom + 10,
    parts: [
      ...threads.flatMap((name, index) => [
        text({ x: xOf(index) + widths[index]! / 2, y: 20 }, name, 'f-strong f-middle'),
        line(
          { x: xOf(index) + widths[index]! / 2, y: 30 },
          { x: xOf(index) + widths[index]! / 2, y: bottom },
          'f-time',
        ),
      ]),
      ...rows.flatMap(({ thread, does, look }, index) => {
        const [x, y, width] = [xOf(thread - 1), 38 + index * rowHeight, widths[thread - 1]!]
        return [
          box({ x, y }, { width, height: 26 }, `f-${look}-soft`),
          text({ x: x + width / 2, y: y + 18 }, does, 'f-code f-middle'),
        ]
      }),
    ],
  }
}

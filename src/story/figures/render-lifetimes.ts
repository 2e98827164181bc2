import type { LifetimeBar, Lifetimes } from './lifetimes.ts'
import { box, type Drawing, line, lineHeight, text, widthOf } from './svg.ts'

const [columnWidth, nameHeight] = [24, 16]

/** Draws the lines of a source, and before them a bar for each lifetime: they are in sight on a phone too. Their names stand above, one below the other. */
export function renderLifetimes({ code, bars, firstLine }: Lifetimes): Drawing {
  const lines = code.trimEnd().replaceAll('\t', '    ').split('\n')
  const left = bars.length * columnWidth + 8
  const top = bars.length * nameHeight + 14
  const yOf = (number: number) => top + (number - 1) * lineHeight
  const names = bars.map(({ name }, index) => xOf(index) + widthOf(name) - 5)
  const width = Math.max(left + 30 + Math.max(...lines.map((words) => widthOf(words))), ...names) + 6
  return {
    width,
    height: yOf(lines.length) + lineHeight + 4,
    parts: [
      ...lines.flatMap((words, index) => [
        line(
          { x: 0, y: yOf(index + 1) + lineHeight },
          { x: width, y: yOf(index + 1) + lineHeight },
          'f-grid',
        ),
        text({ x: left + 18, y: yOf(index + 1) + 14 }, `${index + firstLine}`, 'f-dim f-end'),
        text({ x: left + 30, y: yOf(index + 1) + 14 }, words, 'f-code'),
      ]),
      ...bars.flatMap((bar, index) => renderBar(bar, index, yOf)),
    ],
  }
}

function renderBar({ name, from, to, look }: LifetimeBar, index: number, yOf: (line: number) => number) {
  const x = xOf(index)
  const y = (index + 1) * nameHeight
  return [
    text({ x: x - 5, y }, name, `f-code f-${look}-ink`),
    line({ x, y: y + 5 }, { x, y: yOf(from) + 3 }, 'f-time'),
    box({ x: x - 5, y: yOf(from) + 3 }, { width: 10, height: (to - from + 1) * lineHeight - 6 }, `f-${look}`),
  ]
}

function xOf(column: number): number {
  return (column + 0.5) * columnWidth
}

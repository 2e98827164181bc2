import type { Lifetimes } from './lifetimes.ts'
import { box, type Drawing, line, lineHeight, text, widthOf } from './svg.ts'

/** Draws the lines of a source, and before them a bar for each lifetime: they are in sight on a phone too. */
export function renderLifetimes({ code, bars, firstLine }: Lifetimes): Drawing {
  const lines = code.trimEnd().replaceAll('\t', '    ').split('\n')
  const columns = bars.map(({ name }) => Math.max(34, widthOf(name) + 14))
  const at = (index: number) => 4 + sum(columns.slice(0, index)) + columns[index]! / 2
  const left = sum(columns) + 12
  const yOf = (number: number) => 34 + (number - 1) * lineHeight
  const width = left + 30 + Math.max(...lines.map((words) => widthOf(words))) + 6
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
      ...bars.flatMap(({ name, from, to, look }, index) => [
        text({ x: at(index), y: 20 }, name, `f-code f-middle f-${look}-ink`),
        box(
          { x: at(index) - 5, y: yOf(from) + 3 },
          { width: 10, height: (to - from + 1) * lineHeight - 6 },
          `f-${look}`,
        ),
      ]),
    ],
  }
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

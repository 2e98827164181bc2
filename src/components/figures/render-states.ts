import type { FigureOf } from '#course/figures/figure.ts'
import { arrow, box, type Drawing, text, widthOf } from '#story/figures/svg.ts'

const height = 40

/** Draws states from left to right; moves to the right go above them, moves back below. */
export function renderStates({ states, moves }: FigureOf<'states'>): Drawing {
  const width = Math.max(80, ...states.map((name) => widthOf(name) + 24))
  const gap = Math.max(70, ...moves.map(({ on }) => widthOf(on, 'text') + 24))
  const xOf = (name: string) => 6 + states.indexOf(name) * (width + gap)
  const bendOf = ({ from, to }: { from: string; to: string }) =>
    14 + 16 * Math.abs(states.indexOf(from) - states.indexOf(to))
  const above = Math.max(...moves.map(bendOf)) + 34
  return {
    width: states.length * (width + gap) - gap + 12,
    height: 2 * above + height,
    parts: [
      ...states.flatMap((name) => [
        box({ x: xOf(name), y: above }, { width, height }, 'f-owner-soft'),
        text({ x: xOf(name) + width / 2, y: above + 25 }, name, 'f-code f-middle'),
      ]),
      ...moves.flatMap((move) => renderMove(move, { xOf, width, above, bend: bendOf(move) })),
    ],
  }
}

interface Place {
  xOf: (name: string) => number
  width: number
  above: number
  bend: number
}

function renderMove(
  { from, to, on, look }: FigureOf<'states'>['moves'][number],
  { xOf, width, above, bend }: Place,
): string[] {
  const isForward = xOf(to) >= xOf(from)
  const y = isForward ? above : above + height
  const [a, b] = [xOf(from) + width * (isForward ? 0.7 : 0.3), xOf(to) + width * (isForward ? 0.3 : 0.7)]
  const lift = isForward ? bend : -bend
  return [
    arrow({ x: a, y }, { x: b, y }, { classes: `f-arrow f-${look}-line`, bend: lift }),
    text({ x: (a + b) / 2, y: y - lift + (isForward ? -5 : 15) }, on, `f-middle f-${look}-ink`),
  ]
}

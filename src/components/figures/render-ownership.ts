import type { FigureOf } from '#course/figures/figure.ts'
import { arrow, box, type Drawing, text, widthOf } from '#story/figures/svg.ts'

type Figure = FigureOf<'ownership'>

const gap = 16
const [top, height] = [40, 46]

/** Draws one step: a box for each variable, in it the value that it owns, and arrows for borrows. */
export function renderOwnership({ boxes, steps }: Figure, step: Figure['steps'][number]): Drawing {
  const values = steps.flatMap(({ holds }) => Object.values(holds))
  const width = Math.max(60, ...[...boxes, ...values].map((name) => widthOf(name) + 22))
  const xOf = (name: string) => 4 + boxes.indexOf(name) * (width + gap)
  return {
    width: boxes.length * (width + gap) - gap + 8,
    height: top + height + 32,
    parts: [
      ...boxes.flatMap((name) => renderBox(name, step, { x: xOf(name), width })),
      ...Object.entries(step.borrows).map(([from, to]) =>
        arrow(
          { x: xOf(from) + width / 2, y: top + height },
          { x: xOf(to) + width / 2 + (xOf(from) < xOf(to) ? -8 : 8), y: top + height + 3 },
          { classes: step.freed.includes(to) ? 'f-arrow f-wrong-line' : 'f-arrow f-loan-line', bend: -24 },
        ),
      ),
    ],
  }
}

function renderBox(
  name: string,
  step: Figure['steps'][number],
  { x, width }: { x: number; width: number },
): string[] {
  const middle = x + width / 2
  const value = step.holds[name]
  const isFreed = step.freed.includes(name)
  const look = isFreed ? 'f-gone' : value ? 'f-owner-soft' : 'f-empty'
  return [
    text({ x: middle, y: top - 12 }, name, 'f-code f-middle'),
    box({ x, y: top }, { width, height }, look),
    ...(value ? [text({ x: middle, y: top + 28 }, value, 'f-code f-middle f-owner-ink')] : []),
    ...(step.moved.includes(name) ? [text({ x: middle, y: top + 28 }, 'moved', 'f-dim f-middle')] : []),
    ...(isFreed ? [text({ x: middle, y: top + 28 }, 'freed', 'f-middle f-wrong-ink')] : []),
  ]
}

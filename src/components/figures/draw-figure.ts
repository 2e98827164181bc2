import type { Figure } from '#course/figures/figure.ts'
import { drawDropOrder } from './draw-drop-order.ts'
import { drawLayers } from './draw-layers.ts'
import { drawLifetimes } from './draw-lifetimes.ts'
import { drawLocks } from './draw-locks.ts'
import { drawMemory } from './draw-memory.ts'
import { drawOwnership } from './draw-ownership.ts'
import { drawStates } from './draw-states.ts'
import { drawThreads } from './draw-threads.ts'
import { toSvg } from './svg.ts'

/** A picture of a figure; of one in steps, with what is said of the step. */
export interface Picture {
  svg: string
  /** As Markdown. */
  say?: string
  code?: string
}

/** Draws a figure: one picture, or one for each step. */
export function drawFigure(figure: Figure): Picture[] {
  switch (figure.figure) {
    case 'lifetimes':
      return [{ svg: toSvg(drawLifetimes(figure)) }]
    case 'ownership':
      return figure.steps.map((step) => ({
        svg: toSvg(drawOwnership(figure, step)),
        say: step.say,
        ...(step.code && { code: step.code }),
      }))
    case 'drop-order':
      return [{ svg: toSvg(drawDropOrder(figure)) }]
    case 'threads':
      return [{ svg: toSvg(drawThreads(figure)) }]
    case 'locks':
      return [{ svg: toSvg(drawLocks(figure)) }]
    case 'memory':
      return [{ svg: toSvg(drawMemory(figure)) }]
    case 'layers':
      return [{ svg: toSvg(drawLayers(figure)) }]
    case 'states':
      return [{ svg: toSvg(drawStates(figure)) }]
  }
}

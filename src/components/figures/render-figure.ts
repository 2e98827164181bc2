import type { Figure } from '#course/figures/figure.ts'
import { renderDropOrder } from './render-drop-order.ts'
import { renderLayers } from './render-layers.ts'
import { renderLifetimes } from '#story/figures/render-lifetimes.ts'
import { renderLocks } from './render-locks.ts'
import { renderMemory } from './render-memory.ts'
import { renderOwnership } from './render-ownership.ts'
import { renderStates } from './render-states.ts'
import { renderThreads } from './render-threads.ts'
import { toSvg } from '#story/figures/svg.ts'

/** A picture of a figure; of one in steps, with what is said of the step. */
export interface Picture {
  svg: string
  /** As Markdown. */
  say?: string
  code?: string
}

/** Draws a figure: one picture, or one for each step. */
export function renderFigure(figure: Figure): Picture[] {
  switch (figure.figure) {
    case 'lifetimes':
      return [{ svg: toSvg(renderLifetimes(figure)) }]
    case 'ownership':
      return figure.steps.map((step) => ({
        svg: toSvg(renderOwnership(figure, step)),
        say: step.say,
        ...(step.code && { code: step.code }),
      }))
    case 'drop-order':
      return [{ svg: toSvg(renderDropOrder(figure)) }]
    case 'threads':
      return [{ svg: toSvg(renderThreads(figure)) }]
    case 'locks':
      return [{ svg: toSvg(renderLocks(figure)) }]
    case 'memory':
      return [{ svg: toSvg(renderMemory(figure)) }]
    case 'layers':
      return [{ svg: toSvg(renderLayers(figure)) }]
    case 'states':
      return [{ svg: toSvg(renderStates(figure)) }]
  }
}

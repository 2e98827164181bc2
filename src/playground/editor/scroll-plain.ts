import type { Position } from '#protocol/diagnostic.ts'

/** Brings a line into the middle of a textarea unless it is in sight; the others too where there is room for all. */
export function scrollIntoSight(area: HTMLTextAreaElement, { line }: Position, others: Position[] = []) {
  const all = [line, ...others.map((it) => it.line)]
  const { top, bottom } = placeOf(area, Math.min(...all), Math.max(...all))
  if (bottom - top <= area.clientHeight) showPlace(area, { top, bottom })
  else showPlace(area, placeOf(area, line, line))
}

/** In pixels from the beginning of the text. */
interface Place {
  top: number
  bottom: number
}

function placeOf(area: HTMLTextAreaElement, from: number, to: number): Place {
  const { lineHeight, paddingTop } = getComputedStyle(area)
  const [height, before] = [Number.parseFloat(lineHeight), Number.parseFloat(paddingTop)]
  return { top: before + (from - 1) * height, bottom: before + to * height }
}

function showPlace(area: HTMLTextAreaElement, { top, bottom }: Place) {
  const isInSight = area.scrollTop <= top && bottom <= area.scrollTop + area.clientHeight
  if (!isInSight) area.scrollTop = (top + bottom - area.clientHeight) / 2
}

import type { Figure } from './figure.ts'
import { median, toSpread } from './quantile.ts'

/** The same of another checkout and of this one. */
export interface Pair<Value> {
  before: Value
  now: Value
}

/** Makes a figure of values that were measured in turn: the median now by the median before. */
export function toRatio(what: string, { before, now }: Pair<number[]>, unit: string): Figure {
  const details = [
    `${now.length} of each in turn, quartiles in brackets`,
    `before ${toSpread(before)} ${unit}`,
    `now ${toSpread(now)} ${unit}`,
  ]
  return { what, value: median(now) / median(before), unit: '×', details }
}

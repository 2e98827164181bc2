import { bytesOf } from './bytes-of.ts'
import type { Measured, Sizes } from './measured.ts'

/** What a program has of a row of `measure.yaml`, and whether that is within the budget. */
export interface Weighed {
  title: string
  /** Absent where none of the functions is there: the compiler has put each into its callers, or it has another name. */
  bytes?: number
  budget?: number
  holds: boolean
}

/** Weighs the Rust of a lesson. */
export function weigh(measured: Measured[], sizes: Sizes): Weighed[] {
  return measured.map(({ title, rust, budget }) => {
    const bytes = bytesOf(rust, sizes)
    const holds = budget === undefined || (bytes !== undefined && bytes <= budget)
    return { title, holds, ...(bytes !== undefined && { bytes }), ...(budget !== undefined && { budget }) }
  })
}

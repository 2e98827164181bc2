import type { Figure } from './figure.ts'
import type { Program } from './programs.ts'
import type { ServedCourse } from './served-course.ts'

/** What every measurement works with. */
export interface BenchContext {
  course: ServedCourse
  /** The folder that holds the toolroom's `usr`. */
  toolroom: string
  /** The same of the kernel with KASAN. */
  kernel: string
  programs: Program[]
  /** Fewer repetitions. */
  short: boolean
}

/** Measures one thing the course promises; rejects if that could not be done, not if an aim is missed. */
export type Measure = (context: BenchContext) => Promise<Figure[]>

import { z } from 'zod'
import { measure } from '#course/kinds/measure/measure.ts'
import { Hints, Recorded } from '#course/parts.ts'

const Files = z.record(z.string(), z.string())

/** What stands in an `exercise.json`. */
export const Exercise = z.object({
  exercise: z.object({ slug: z.string(), root: z.string(), start: Files, solution: Files, hints: Hints }),
  recorded: z.union([Recorded, measure.record]).optional(),
})

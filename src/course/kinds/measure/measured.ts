import { z } from 'zod'
import { FunctionSize } from '#protocol/inspect.ts'

const Names = z.union([z.literal('all'), z.array(z.string()).min(1)])

/** A row of `measure.yaml`: what is measured on both sides, and how many bytes it may have. */
export const Measured = z.strictObject({
  title: z.string().max(80).describe('as Markdown'),
  c: Names.optional().describe('functions of the C, or «all»; without it there is nothing like it in C'),
  rust: Names.describe(
    'functions of the Rust: `sum`, `Crc::update`; a generic one counts with each of its types; or «all»',
  ),
  budget: z.int().min(1).optional().describe('bytes that the reader’s Rust may have'),
})
export type Measured = z.infer<typeof Measured>

/** `measure.yaml`. */
export const Measure = z
  .array(Measured)
  .min(1)
  .max(8)
  .refine((rows) => rows.some(({ budget }) => budget !== undefined), 'has no budget: give one row a «budget»')

/** What was made of one program: its functions, and the bytes of all its code. */
export const Sizes = z.strictObject({ functions: z.array(FunctionSize), bytes: z.int() })
export type Sizes = z.infer<typeof Sizes>

/** What was made of the three programs of a lesson when it was last proven. */
export const RecordedSizes = z.strictObject({ c: Sizes, start: Sizes, solution: Sizes })
export type RecordedSizes = z.infer<typeof RecordedSizes>

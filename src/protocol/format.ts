import { z } from 'zod'
import { Edition, SourceFiles, StopReason } from './compile.ts'

/** Files to be laid out: those of Rust by rustfmt, those of C by clang-format in the kernel's style; others are left out. */
export const FormatRequest = z.object({
  files: SourceFiles,
  edition: Edition.optional().describe('of the Rust, else `2021`'),
})
export type FormatRequest = z.infer<typeof FormatRequest>

/** The files of Rust and C as they should be, or why one of them can't be read. */
export const FormatResult = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('formatted'), files: SourceFiles }),
  z.object({
    outcome: z.literal('rejected'),
    file: z.string(),
    message: z.string().describe('in the words of the formatter'),
  }),
  z.object({ outcome: z.literal('stopped'), reason: StopReason }),
])
export type FormatResult = z.infer<typeof FormatResult>

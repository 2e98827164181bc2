import { z } from 'zod'
import { Edition, SourceFiles } from './compile.ts'
import { Position } from './diagnostic.ts'

/** Where a built program was when it died in a browser, to be told as lines of its source. */
export const TraceRequest = z.object({
  action: z.enum(['build', 'test']).describe('as the program was built'),
  files: SourceFiles.describe('as the program was built from'),
  edition: Edition.optional().describe('as the program was built with'),
  offsets: z
    .array(z.int().min(0).max(0x7fff_ffff))
    .min(1)
    .max(100)
    .describe(
      'of the frames, innermost first: bytes from the beginning of the content of the module’s code section',
    ),
})
export type TraceRequest = z.infer<typeof TraceRequest>

/** A place in the source that was being run, in the sent files or in a library. */
export const TraceFrame = z.object({
  file: z.string(),
  at: Position,
  external: z.literal(true).optional().describe('in a library, not in the sent files'),
})
export type TraceFrame = z.infer<typeof TraceFrame>

/** Innermost first; what is inlined comes before what it is inlined into. Empty where the program could not be built again. */
export const TraceResult = z.object({ frames: z.array(TraceFrame) })
export type TraceResult = z.infer<typeof TraceResult>

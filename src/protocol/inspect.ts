import { z } from 'zod'
import { Language, SourceFiles, StopReason, Variant } from './compile.ts'
import { Diagnostic } from './diagnostic.ts'
import { defaultVariant } from './variants.ts'

/** A module to build and to take apart. */
export const InspectRequest = z.object({
  language: Language,
  files: SourceFiles,
  variant: Variant.optional().describe(`the kernel it is for, else \`${defaultVariant}\``),
  function: z.string().max(500).optional().describe('the name of a function whose assembly is wanted, too'),
})
export type InspectRequest = z.infer<typeof InspectRequest>

/** A function as the compiler made it. A generic one comes once for each of its types, one that is always inlined not at all. */
export const FunctionSize = z.object({
  name: z.string().describe('of Rust with path and types, such as `driver::sum::<driver::Crc>`'),
  bytes: z.int().min(0).describe('of machine code'),
})
export type FunctionSize = z.infer<typeof FunctionSize>

/** An instruction or a label, and the line that it comes from. */
export const AssemblyLine = z.object({
  text: z.string(),
  file: z.string().optional(),
  line: z.int().min(1).optional(),
  external: z.literal(true).optional().describe('not in the sent files'),
})
export type AssemblyLine = z.infer<typeof AssemblyLine>

export const Assembly = z.object({
  name: z.string(),
  lines: z.array(AssemblyLine),
  more: z.int().min(0).describe('lines that are left out'),
})
export type Assembly = z.infer<typeof Assembly>

/** What a module is made of. It is built as Kbuild does for x86, without what KASAN adds to watch each access. */
export const InspectResult = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('accepted'),
    functions: z.array(FunctionSize).describe('the largest first'),
    bytes: z.int().describe('of all code; what several functions share counts once'),
    assembly: Assembly.optional().describe('of the function that was asked for, if the compiler wrote it'),
    toolchain: z.string(),
  }),
  z.object({ outcome: z.literal('rejected'), diagnostics: z.array(Diagnostic), toolchain: z.string() }),
  z.object({ outcome: z.literal('stopped'), reason: StopReason }),
])
export type InspectResult = z.infer<typeof InspectResult>

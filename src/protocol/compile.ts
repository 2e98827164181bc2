import { z } from 'zod'
import { Companions } from './companions.ts'
import { Diagnostic } from './diagnostic.ts'
import { SourceFiles } from './source-files.ts'
import { defaultVariant, variantNames } from './variants.ts'

export { SourceFiles, SourcePath } from './source-files.ts'

export const Target = z.enum(['userspace', 'kernel'])
export type Target = z.infer<typeof Target>

export const Language = z.enum(['rust', 'c'])
export type Language = z.infer<typeof Language>

/** Which kernel a module is for, by what watches over it. */
export const Variant = z.enum(variantNames)
export type Variant = z.infer<typeof Variant>

/** Of userspace Rust; a module's is the kernel's. */
export const Edition = z.enum(['2015', '2018', '2021', '2024'])
export type Edition = z.infer<typeof Edition>

export const Action = z.enum(['check', 'build', 'lint', 'test'])
export type Action = z.infer<typeof Action>

/**
 * What to compile, and how far; `test` builds the test program of userspace files. So does a `build` of files with a
 * `tests.rs`, which is a module of `main.rs` that need not be named there.
 */
export const CompileRequest = z.object({
  target: Target,
  language: Language,
  action: Action,
  files: SourceFiles,
  variant: Variant.optional().describe(`of a module: the kernel it is for, else \`${defaultVariant}\``),
  edition: Edition.optional().describe('of a userspace program, else `2021`'),
  fixtures: Companions.optional().describe(
    'of a module: C modules whose exports it may use, when it is built',
  ),
  rendered: z
    .boolean()
    .optional()
    .describe('true asks for the text that rustc prints of each diagnostic, too'),
})
export type CompileRequest = z.infer<typeof CompileRequest>

const Compiled = {
  diagnostics: z.array(Diagnostic),
  toolchain: z.string().describe('such as «rustc 1.85.1», or «rustc 1.85.1, Linux 7.3.4»'),
  cached: z.boolean(),
  milliseconds: z.number().describe('time in the compiler, or of the look-up if cached'),
}

export const StopReason = z.enum(['time', 'memory', 'output', 'crash'])
export type StopReason = z.infer<typeof StopReason>

/** What became of the request. A program that does not compile is a result, not an error. */
export const CompileResult = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('accepted'),
    ...Compiled,
    artifact: z.string().optional().describe('of a build or test: the WebAssembly module, base64'),
  }),
  z.object({ outcome: z.literal('rejected'), ...Compiled }),
  z.object({ outcome: z.literal('stopped'), reason: StopReason }),
])
export type CompileResult = z.infer<typeof CompileResult>

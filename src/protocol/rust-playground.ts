import { z } from 'zod'
import { Edition } from './compile.ts'

/** An edition as the Rust Playground is told it; none, or an empty one, is `2015`. */
const GuestEdition = z
  .union([Edition, z.literal('')])
  .default('')
  .transform((edition) => edition || '2015')

/** One file, or several, of which one is called `main.rs`. */
export const GuestCode = z.union([z.string(), z.array(z.object({ name: z.string(), content: z.string() }))])
export type GuestCode = z.infer<typeof GuestCode>

/** `POST /execute`: a program to build and run. */
export const ExecuteRequest = z.object({
  mode: z.enum(['debug', 'release']).default('debug'),
  edition: GuestEdition,
  crateType: z.string().default('bin').describe('`bin` is run; all others are only checked'),
  tests: z.boolean().default(false).describe('runs the tests of the program in place of its `main`'),
  code: GuestCode,
})
export type ExecuteRequest = z.infer<typeof ExecuteRequest>

/** What became of it; a program that is refused, or that panics, has no success. */
export const ExecuteResponse = z.object({
  success: z.boolean(),
  exitDetail: z.string(),
  stdout: z.string(),
  stderr: z.string().describe('what rustc says, then what the program wrote'),
})
export type ExecuteResponse = z.infer<typeof ExecuteResponse>

/** `POST /evaluate.json`: the same as mdBook asks for it. */
export const EvaluateRequest = z.object({
  optimize: z.enum(['0', '1', '2', '3']).default('0'),
  edition: GuestEdition,
  tests: z.boolean().default(false),
  code: z.string(),
})
export type EvaluateRequest = z.infer<typeof EvaluateRequest>

/** What the program printed; where it has no success, both have all that was said. */
export const EvaluateResponse = z.object({ result: z.string(), error: z.string().nullable() })
export type EvaluateResponse = z.infer<typeof EvaluateResponse>

/** `POST /format` and `POST /clippy`: a program to lay out, or to look through. */
export const CodeRequest = z.object({
  edition: GuestEdition,
  crateType: z.string().default('bin'),
  code: GuestCode,
})
export type CodeRequest = z.infer<typeof CodeRequest>

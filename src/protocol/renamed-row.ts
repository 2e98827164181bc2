import { z } from 'zod'
import { Language } from './compile.ts'

/** A regular expression, as text; `course/renamed.ts` holds that it is one. */
const Pattern = z.string()

/** By what a diagnostic is known to be about a row's old API; all that is given has to hold. */
export const RenamedSign = z.strictObject({
  code: z.string().optional().describe('such as E0432; absent of a message that has none'),
  says: Pattern.describe('is found in the message, and names the old API or its type'),
  at: Pattern.optional().describe('is all of the text that the diagnostic points at'),
  line: Pattern.optional().describe('is found in that line'),
  defined: z.string().optional().describe('a file of the kernel that the diagnostic points into'),
})
export type RenamedSign = z.infer<typeof RenamedSign>

/** What took the place of an API that older tutorials use, as the workbench is told. */
export const RenamedRow = z.strictObject({
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  language: Language,
  old: z.string().max(60).describe('code, in short'),
  new: z.string().max(90).describe('code, in short'),
  since: z
    .string()
    .regex(/^\d+\.\d+(\.\d+)?$/)
    .optional()
    .describe('the first version without the old API; absent where that is not known'),
  why: z.string().max(240).describe('one sentence'),
  told: RenamedSign,
  fix: z
    .strictObject({ find: Pattern, put: z.string() })
    .optional()
    .describe('the edit of the line that makes the new of the old; `$1` is what the first group found'),
})
export type RenamedRow = z.infer<typeof RenamedRow>

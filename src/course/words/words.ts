import { z } from 'zod'

/** A word or construct that the course teaches. */
export const Word = z.strictObject({
  word: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .describe('its name in `introduces`, and its place in the glossary'),
  shown: z.string().max(60).describe('as readers see it, as Markdown'),
  means: z.string().max(200).describe('one sentence, as Markdown'),
  c: z.string().max(120).optional().describe('what does the same in C, as Markdown'),
  of: z.enum(['rust', 'c']).default('rust'),
  code: z
    .string()
    .refine(isPattern, 'no regular expression')
    .optional()
    .describe('finds its uses in Rust, or of a word of C in C, without comments and texts'),
  forms: z.array(z.string()).default([]).describe('how it stands in the text of lessons'),
})
export type Word = z.infer<typeof Word>

/** `words.yaml`. */
export const Words = z.strictObject({
  exceptions: z.array(z.string()).describe('beginnings of folders whose lessons need not keep the rule yet'),
  words: z.array(Word).refine((words) => new Set(words.map(({ word }) => word)).size === words.length, {
    message: 'a word stands there twice',
  }),
})
export type Words = z.infer<typeof Words>

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'gm') instanceof RegExp
  } catch {
    return false
  }
}

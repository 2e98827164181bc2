import { z } from 'zod'
import { ruleNames } from '#protocol/lesson-rules.ts'

/** A place in the Linux tree, as `rust/kernel/sync/lock.rs#L10-L20`. */
export const SourceReference = z
  .string()
  .regex(/^[\w./-]+#L\d+(-L\d+)?$/, 'write path#L10 or path#L10-L20, as in rust/kernel/sync/lock.rs#L10-L20')

/** What an exercise forbids beyond what rustc refuses, by its name in `lessonRules`. */
export const Rule = z.enum(ruleNames)
export type Rule = z.infer<typeof Rule>

/** What refuses a program: an error code or a lint; `no-code` where rustc gives none, as for a macro's error; or one of `trials`. */
export const Expectation = z
  .string()
  .regex(
    /^(E\d{4}|(clippy::)?[a-z_]+|no-code)$/,
    'an error code, a lint such as clippy::undocumented_unsafe_blocks, «no-code», «tests», «boot» or «budget»',
  )

/** What the head of every `lesson.mdx` says; each kind adds keys of its own. */
export const CommonHead = z.strictObject({
  kind: z.string(),
  title: z.string(),
  summary: z.string().max(160),
  minutes: z.int().min(5).max(90),
  objectives: z.array(z.string()).min(2).max(4),
  sources: z.array(SourceReference).default([]),
  cves: z.array(z.string().regex(/^CVE-\d{4}-\d{4,}$/)).default([]),
  after: z.array(z.string()).default([]),
  language: z.string().default('en').describe('what it is written in; siblings set it'),
  introduces: z.array(z.string()).max(8).default([]).describe('words of words.yaml, for the box «New words»'),
})
export type CommonHead = z.infer<typeof CommonHead>

import { z } from 'zod'
import { Target } from '#protocol/compile.ts'

/** A place in the Linux tree, as `rust/kernel/sync/lock.rs#L10-L20`. */
export const SourceReference = z
  .string()
  .regex(/^[\w./-]+#L\d+(-L\d+)?$/, 'write path#L10 or path#L10-L20, as in rust/kernel/sync/lock.rs#L10-L20')

/** What an exercise forbids beyond what rustc refuses; each is a lint of rustc or clippy, see `rules.ts`. */
export const Rule = z.enum(['no-unsafe', 'no-unwrap', 'no-panic', 'no-indexing'])
export type Rule = z.infer<typeof Rule>

/** An error code or lint that the compiler gives, or `tests` where it is the lesson's tests that refuse. */
export const Expectation = z.string().regex(/^(E\d{4}|[a-z_]+|tests)$/)

/** The head of a `lesson.mdx`. */
export const Frontmatter = z.strictObject({
  title: z.string(),
  summary: z.string().max(160),
  minutes: z.int().min(5).max(90),
  objectives: z.array(z.string()).min(2).max(4),
  target: Target,
  expect: Expectation,
  crash: z.enum(['kasan', 'oops', 'panic', 'lockdep', 'warning', 'ubsan']).optional(),
  sources: z.array(SourceReference).default([]),
  cves: z.array(z.string().regex(/^CVE-\d{4}-\d{4,}$/)).default([]),
  rules: z.array(Rule).default([]),
  after: z.array(z.string()).default([]),
})
export type Frontmatter = z.infer<typeof Frontmatter>

import { z } from 'zod'
import { Target, Variant } from '#protocol/compile.ts'
import { ReportKind } from '#protocol/kernel-report.ts'
import { ruleNames } from '#protocol/lesson-rules.ts'
import { defaultVariant } from '#protocol/variants.ts'

/** A place in the Linux tree, as `rust/kernel/sync/lock.rs#L10-L20`. */
export const SourceReference = z
  .string()
  .regex(/^[\w./-]+#L\d+(-L\d+)?$/, 'write path#L10 or path#L10-L20, as in rust/kernel/sync/lock.rs#L10-L20')

/** What an exercise forbids beyond what rustc refuses, by its name in `lessonRules`. */
export const Rule = z.enum(ruleNames)
export type Rule = z.infer<typeof Rule>

/**
 * What refuses a program: an error code or a lint; `no-code` where rustc gives none, as for a macro's error; `tests`
 * where it is the lesson's tests, and `boot` where the module compiles and fails `check/boot.sh`.
 */
export const Expectation = z
  .string()
  .regex(
    /^(E\d{4}|(clippy::)?[a-z_]+|no-code)$/,
    'an error code, a lint such as clippy::undocumented_unsafe_blocks, «no-code», «tests» or «boot»',
  )

const known = z.strictObject({
  title: z.string(),
  summary: z.string().max(160),
  minutes: z.int().min(5).max(90),
  objectives: z.array(z.string()).min(2).max(4),
  target: Target,
  variant: Variant.default(defaultVariant).describe(
    'the kernel that both sides are built for and loaded into',
  ),
  expect: Expectation,
  crash: ReportKind.optional().describe('what the C gives under boot.sh'),
  sources: z.array(SourceReference).default([]),
  cves: z.array(z.string().regex(/^CVE-\d{4}-\d{4,}$/)).default([]),
  rules: z.array(Rule).default([]),
  after: z.array(z.string()).default([]),
})

/** The head of a `lesson.mdx`. */
export const Frontmatter = known
  .refine(({ target, expect }) => target === 'kernel' || expect !== 'boot', {
    path: ['expect'],
    message: '«boot» is for lessons of target kernel; here it is «tests»',
  })
  .refine(({ target, expect }) => target === 'userspace' || expect !== 'tests', {
    path: ['expect'],
    message: '«tests» is for lessons of target userspace; here it is «boot»',
  })
export type Frontmatter = z.infer<typeof Frontmatter>

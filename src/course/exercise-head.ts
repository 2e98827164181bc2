import { z } from 'zod'
import { Target, Variant } from '#protocol/compile.ts'
import { ReportKind } from '#protocol/kernel-report.ts'
import { defaultVariant } from '#protocol/variants.ts'
import { CommonHead, Expectation, Rule } from './frontmatter.ts'

/** The head of a lesson with an exercise in the workbench. */
export function ExerciseHead<const Kind extends string>(kind: Kind) {
  return CommonHead.extend({
    kind: z.literal(kind),
    target: Target,
    variant: Variant.default(defaultVariant).describe(
      'the kernel that both sides are built for and loaded into',
    ),
    expect: Expectation,
    crash: ReportKind.optional().describe('what the C gives under boot.sh'),
    rules: z.array(Rule).default([]),
    shared: z
      .array(z.string())
      .default([])
      .describe('what is taken of the chapter’s `shared/`, as names of files without their endings'),
  })
    .refine(({ target, expect }) => target === 'kernel' || expect !== 'boot', {
      path: ['expect'],
      message: '«boot» is for lessons of target kernel; here it is «tests»',
    })
    .refine(({ target, expect }) => target === 'userspace' || expect !== 'tests', {
      path: ['expect'],
      message: '«tests» is for lessons of target userspace; here it is «boot»',
    })
}
export type ExerciseHead = z.infer<ReturnType<typeof ExerciseHead<string>>>

import { z } from 'zod'
import { BootEvent } from '#protocol/boot.ts'
import { Diagnostic } from '#protocol/diagnostic.ts'

/** `chapter.yaml`. */
export const Chapter = z.strictObject({ title: z.string(), summary: z.string() })
export type Chapter = z.infer<typeof Chapter>

/** `hints.yaml`: three steps, the first chosen by the error the reader has now, and why the solution is as it is. */
export const Hints = z.strictObject({
  first: z.record(z.string(), z.string()).refine((steps) => 'otherwise' in steps, 'needs a case «otherwise»'),
  second: z.string(),
  third: z.string(),
  solution: z.string(),
})
export type Hints = z.infer<typeof Hints>

/** `questions.yaml`: each answer explains itself. */
export const Questions = z
  .array(
    z.strictObject({
      question: z.string(),
      answers: z
        .array(z.strictObject({ text: z.string(), correct: z.boolean().default(false), why: z.string() }))
        .min(2)
        .refine((answers) => answers.filter((a) => a.correct).length === 1, 'exactly one answer is correct'),
    }),
  )
  .min(2)
  .max(3)
export type Questions = z.infer<typeof Questions>

/** `duties.yaml`: what moved from a C comment or habit into a Rust type, by the name used in the `//@ name` markers. */
export const Duties = z.record(z.string(), z.string())
export type Duties = z.infer<typeof Duties>

/** What the compiler said of one program when the lesson was last proven. */
export const RecordedResult = z.strictObject({
  outcome: z.enum(['accepted', 'rejected']),
  action: z.enum(['check', 'build', 'lint']).describe('the last that was needed to see it'),
  diagnostics: z.array(Diagnostic),
})
export type RecordedResult = z.infer<typeof RecordedResult>

/** What came of building a module and booting it when the lesson was last proven. */
export const RecordedBoot = z.strictObject({
  kernel: z.string().describe('such as «Linux 7.3.4, User-Mode Linux with KASAN»'),
  events: z.array(BootEvent),
})
export type RecordedBoot = z.infer<typeof RecordedBoot>

/** What is recorded of a lesson of any kind. */
export const CommonRecord = z.strictObject({
  toolchain: z.string(),
  kernel: z.string(),
  sources: z.record(z.string(), z.strictObject({ spdx: z.string(), text: z.string() })),
  counts: z.record(z.string(), z.string()).optional().describe('what each command of counts.yaml printed'),
})
export type CommonRecord = z.infer<typeof CommonRecord>

/** `recorded.json` of a lesson with an exercise, written by `npm run verify -- --record` and never by hand. */
export const Recorded = CommonRecord.extend({
  start: RecordedResult,
  wrong: z.record(z.string(), RecordedResult),
  solution: RecordedResult,
  tests: z.array(z.string()),
  tasks: z
    .record(z.string(), RecordedResult)
    .optional()
    .describe('of the tasks after the exercise: what the compiler says of the starts that are repaired'),
  boots: z
    .strictObject({
      c: RecordedBoot.optional().describe('the driver under boot.sh'),
      start: RecordedBoot.optional().describe('where it is a boot that refuses it: the start under boot.sh'),
      run: RecordedBoot.optional().describe('of target kernel: the solution under boot.sh'),
      solution: RecordedBoot.optional().describe('of target kernel: the solution under check/boot.sh'),
    })
    .default({}),
})
export type Recorded = z.infer<typeof Recorded>

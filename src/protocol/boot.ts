import { z } from 'zod'
import { BootCommand } from './boot-command.ts'
import { companionsOf } from './companions.ts'
import { Language, SourceFiles, StopReason, Variant } from './compile.ts'
import { Diagnostic } from './diagnostic.ts'
import { KernelReport } from './kernel-report.ts'
import { Problem } from './problem.ts'

/** A driver to build, load into a real kernel and use; it ends when the script does. */
export const BootRequest = z.object({
  language: Language,
  variant: Variant,
  files: SourceFiles,
  ...companionsOf,
  script: z
    .string()
    .max(8000)
    .describe(
      'one whole shell command a line, run as root in the booted kernel with nothing to read, such as «insmod driver.ko»',
    ),
})
export type BootRequest = z.infer<typeof BootRequest>

/** How a boot came to its end: without a report of the kernel, with one, or because the kernel died. */
export const Verdict = z.enum(['clean', 'reported', 'panicked'])
export type Verdict = z.infer<typeof Verdict>

/**
 * What happens on the way, in this order: `waiting` where no kernel is free; `building`; `built` or `rejected`; `console`
 * as the kernel writes; each `report`; `finished`. `rejected`, `finished`, `stopped` and `failed` are the last of their boot.
 */
export const BootEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('waiting'),
    ahead: z.int().min(0).describe('boots that come before this one; told again whenever that changes'),
  }),
  z.object({ kind: z.literal('building') }),
  z.object({
    kind: z.literal('built'),
    toolchain: z.string(),
    diagnostics: z.array(Diagnostic).describe('warnings'),
    milliseconds: z.number(),
  }),
  z.object({ kind: z.literal('rejected'), toolchain: z.string(), diagnostics: z.array(Diagnostic) }),
  z.object({ kind: z.literal('console'), text: z.string() }),
  z.object({ kind: z.literal('report'), report: KernelReport }),
  z.object({
    kind: z.literal('finished'),
    verdict: Verdict,
    kernel: z.string().describe('such as «Linux 7.3.4, User-Mode Linux with KASAN»'),
    milliseconds: z
      .number()
      .describe('from power-on to power-off, without the time in which it waited for the driver'),
  }),
  z.object({
    kind: z.literal('stopped'),
    reason: StopReason,
    milliseconds: z.number().optional().describe('of the machine; absent if the compiler was stopped'),
    during: BootCommand.optional().describe('the command of the script that was running'),
  }),
  z.object({
    kind: z.literal('failed'),
    problem: Problem.describe('why the service could not go on; the driver is not at fault'),
    retryAfter: z.int().min(1).optional().describe('seconds after which another attempt is worth it'),
  }),
])
export type BootEvent = z.infer<typeof BootEvent>

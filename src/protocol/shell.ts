import { z } from 'zod'
import { companionsOf } from './companions.ts'
import { Language, SourceFiles, StopReason, Variant } from './compile.ts'
import { Diagnostic } from './diagnostic.ts'
import { KernelReport } from './kernel-report.ts'
import { Problem } from './problem.ts'

const size = {
  rows: z.int().min(1).max(500),
  columns: z.int().min(1).max(500),
}

/** What to build and to have at hand in a kernel with a shell: the first message of a connection to `/api/shell`. */
export const ShellRequest = z.object({
  language: Language,
  variant: Variant,
  files: SourceFiles,
  ...companionsOf,
  ...size,
})
export type ShellRequest = z.infer<typeof ShellRequest>

/** What a module is called in that kernel, with `.ko` as a file: the one that the shell was opened with is `driver`. */
export const DriverName = z.enum(['driver', 'driver_c', 'driver_rust'])
export type DriverName = z.infer<typeof DriverName>

/**
 * Every other message of the client: what is typed, as a terminal sends it; the terminal's size when that changes; a driver
 * to build and put into the kernel's files, where it takes the place of the one of that name.
 */
export const ShellInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('type'), text: z.string().max(4096) }),
  z.object({ kind: z.literal('size'), ...size }),
  z.object({ kind: z.literal('push'), name: DriverName, language: Language, files: SourceFiles }),
])
export type ShellInput = z.infer<typeof ShellInput>

/**
 * Why a shell has ended: it was left, the kernel panicked, a limit of its sandbox, nobody typed, its time was over, or
 * nobody typed while others waited for a kernel.
 */
export const ShellEnd = z.enum(['left', 'panicked', ...StopReason.options, 'idle', 'others'])
export type ShellEnd = z.infer<typeof ShellEnd>

/**
 * Why a driver was not put into the kernel's files: `unanswered` where nothing in the machine took it, `busy` where too many
 * wait for a compiler, `invalid` where the files are none that are compiled.
 */
export const PushFailure = z.enum(['rejected', ...StopReason.options, 'unanswered', 'busy', 'invalid'])
export type PushFailure = z.infer<typeof PushFailure>

const build = z.int().min(1).describe('of the drivers with its name, as they were put into the kernel')

/**
 * What happens in a shell, in this order: `waiting` where no kernel is free; `building`; `built` or `rejected`; `output` and
 * `report` as they come, a `warning` before it is ended for lack of use; `ended`. `rejected`, `ended` and `failed` are last.
 * Each `push` is answered by `pushed` or `push-failed`, but for one that another overtakes.
 */
export const ShellEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('waiting'), ahead: z.int().min(0) }),
  z.object({ kind: z.literal('building') }),
  z.object({ kind: z.literal('built'), diagnostics: z.array(Diagnostic).describe('warnings') }),
  z.object({ kind: z.literal('rejected'), diagnostics: z.array(Diagnostic) }),
  z.object({ kind: z.literal('output'), text: z.string().describe('with what controls a terminal') }),
  z.object({
    kind: z.literal('report'),
    report: KernelReport,
    about: z
      .array(z.object({ name: DriverName, build }))
      .describe('the drivers that the kernel may have had loaded then, each by its build'),
  }),
  z.object({
    kind: z.literal('pushed'),
    ...{ name: DriverName, build },
    isLoaded: z.boolean().describe('the kernel runs an older build of it'),
    diagnostics: z.array(Diagnostic).describe('warnings'),
  }),
  z.object({
    kind: z.literal('push-failed'),
    ...{ name: DriverName, why: PushFailure },
    diagnostics: z.array(Diagnostic).describe('why a compiler rejected it'),
    problem: Problem.optional().describe('what is invalid'),
  }),
  z.object({
    kind: z.literal('warning'),
    why: z.enum(['idle', 'others']),
    seconds: z.int().describe('until it is ended, if nobody types'),
  }),
  z.object({ kind: z.literal('ended'), why: ShellEnd }),
  z.object({ kind: z.literal('failed'), problem: Problem, retryAfter: z.int().min(1).optional() }),
])
export type ShellEvent = z.infer<typeof ShellEvent>

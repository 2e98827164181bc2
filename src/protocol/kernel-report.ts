import { z } from 'zod'
import { Span } from './diagnostic.ts'
import { variantNames } from './variants.ts'

/**
 * What kind of trouble a kernel tells of. What watches over a variant gives reports of its own; every kernel gives the
 * others, of which `atomic` is a sleep where none is allowed, `hang` a task that waits or goes on for ever, and `leak`
 * what a driver left behind, such as memory or a timer.
 */
export const ReportKind = z.enum([
  ...variantNames,
  'oops',
  'panic',
  'hang',
  'leak',
  'atomic',
  'warning',
  'ubsan',
])
export type ReportKind = z.infer<typeof ReportKind>

/** One report of a running kernel; its spans are where the driver's source had a part in it. */
export const KernelReport = z.object({
  kind: ReportKind,
  title: z
    .string()
    .describe('its headline, such as «BUG: KASAN: slab-use-after-free in demo_read+0x5a/0x90 [driver]»'),
  spans: z.array(Span),
  text: z
    .string()
    .describe('the whole report as the kernel wrote it, but for names of Rust, which are readable'),
})
export type KernelReport = z.infer<typeof KernelReport>

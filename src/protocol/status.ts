import { z } from 'zod'
import { byVariant } from './variants.ts'

/** How far one stage of the toolroom is. */
export const StageStatus = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('ready'),
    toolchain: z.string(),
    degraded: z.string().optional().describe('what does not work of it; absent where all does'),
  }),
  z.object({
    state: z.literal('preparing'),
    percent: z.int().min(0).max(100),
    step: z.string(),
    secondsLeft: z.int().min(0).optional().describe('a guess from the pace so far'),
  }),
  z.object({ state: z.literal('unavailable'), reason: z.string(), remedy: z.string() }),
])
export type StageStatus = z.infer<typeof StageStatus>

/** How far a machine keeps programs apart that run at the same time. */
export const Isolation = z.object({
  memory: z.enum(['held', 'watched']).describe('by the kernel, or by the service some times a second'),
  users: z.enum(['separate', 'shared']).describe('each program has a user of its own, or all have one'),
})
export type Isolation = z.infer<typeof Isolation>

/** Answer of `GET /api/status`: what compiles userspace programs, the kernel of each variant, and how programs are kept apart. */
export const Status = z.object({
  userspace: StageStatus,
  ...byVariant(() => StageStatus),
  version: z
    .int()
    .optional()
    .describe('of the words of this API; a page asks a service of its own version alone'),
  isolation: Isolation.optional().describe('absent where nothing is compiled'),
})
export type Status = z.infer<typeof Status>

/** A part of the toolroom by its name in `Status`. */
export type Stage = Exclude<keyof Status, 'isolation' | 'version'>

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

/** Answer of `GET /api/status`: what compiles userspace programs, and the kernel of each variant. */
export const Status = z.object({ userspace: StageStatus, ...byVariant(() => StageStatus) })
export type Status = z.infer<typeof Status>

import type { BootEvent } from '#protocol/boot.ts'
import type { Variant } from '#protocol/compile.ts'
import type { BootQueue } from './boot-queue.ts'
import { boot } from './boot/boot.ts'
import type { Cache } from './cache.ts'
import { isKnownRefused } from './cached-compile.ts'
import type { Kernel } from './kernel/kernel-environment.ts'
import type { Metrics } from './metrics.ts'
import { requireToolchain } from './require-toolchain.ts'
import type { BootRouteParts } from './routes/boot.ts'

/** The kernels that can be booted, the queue before them, what compilers have answered, and what counts boots. */
export interface BootContext {
  kernels: Record<Variant, Kernel>
  boots: BootQueue
  cache: Cache<object>
  metrics: Metrics
}

/** Makes what `POST /api/boot` leads to: a boot when it is the client's turn. */
export function createQueuedBoot(context: BootContext): BootRouteParts['boot'] {
  const { kernels, boots, metrics } = context
  return async (request, requester, onEvent) => {
    const { status, environment } = kernels[request.variant]
    requireToolchain(status())
    const { signal } = requester
    const task = async (): Promise<void> => {
      const end = metrics.bootSeconds.startTimer({ variant: request.variant })
      const onEventTimed = (event: BootEvent): void => (noteLast(event, end), onEvent(event))
      const isRefused = isKnownRefused(context, request)
      await boot(environment(), { ...request, signal, isRefused }, onEventTimed)
    }
    await boots.run(task, requester, (ahead) => onEvent({ kind: 'waiting', ahead }))
  }
}

function noteLast(event: BootEvent, end: (labels: { outcome: string }) => void): void {
  if (event.kind === 'finished') end({ outcome: event.verdict })
  else if (event.kind === 'rejected' || event.kind === 'stopped') end({ outcome: event.kind })
}

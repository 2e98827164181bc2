import type { BootEvent, BootRequest } from '#protocol/boot.ts'
import type { BootAnswer, BootClient } from './boot-client.ts'

interface Asking {
  bootClient: BootClient
  request: BootRequest
  onEvent: (event: BootEvent) => void
  signal: AbortSignal
  /** All kernels are busy; it is asked again in so many seconds. */
  onWait?: (seconds: number) => void
}

const mostAttempts = 5

/** Boots; waits and asks again where others' kernels are booting. Rejects only if the signal fires. */
export async function bootWhenTaken(asking: Asking, attempt = 1): Promise<BootAnswer> {
  const { bootClient, request, onEvent, signal, onWait } = asking
  const booted = await bootClient.boot(request, onEvent, signal)
  if (booted.kind !== 'no result' || booted.answer.kind !== 'busy' || attempt === mostAttempts) return booted
  const { retryAfter } = booted.answer
  onWait?.(retryAfter)
  await new Promise((resolve) => setTimeout(resolve, retryAfter * 1000))
  signal.throwIfAborted()
  return bootWhenTaken(asking, attempt + 1)
}

import type { Preparing } from './request-failure.ts'
import { readStage, toPreparing } from './send-request.ts'
import { serviceBase } from './service-base.ts'

/**
 * Asks the service, from time to time, how far it is with what it prepares, and tells each change; `ready` is the last.
 * Where it does not answer it is asked again. Returns how to end that.
 */
export function watchStage(
  { stage, retryAfter }: Preparing,
  onChange: (now: Preparing | 'ready') => void,
): () => void {
  const ends = new AbortController()
  const { signal } = ends
  let timer: ReturnType<typeof setTimeout>
  async function ask() {
    const state = await readStage({ base: serviceBase(), stage, signal })
    if (state?.state === 'ready') return onChange('ready')
    if (state?.state === 'preparing') onChange(toPreparing(stage, state, retryAfter))
    askLater()
  }
  function askLater() {
    timer = setTimeout(() => ask().catch(() => {}), retryAfter * 1000)
  }
  askLater()
  return () => (ends.abort(), clearTimeout(timer))
}

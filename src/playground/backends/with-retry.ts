import type { BootAnswer } from './boot/boot-client.ts'
import type { RequestFailure } from './request-failure.ts'
import type { CompileAnswer } from './compile/compile-client.ts'

/** How long `withRetry` goes on, and who hears of it. */
export interface RetryOptions {
  /** Ends the waiting at once. */
  signal: AbortSignal
  /** The service is busy; the next attempt comes in so many seconds. */
  onWait?: (seconds: number) => void
}

/** What a request can come to. */
type RetriedAnswer = CompileAnswer | BootAnswer | { kind: 'result' } | RequestFailure

const mostAttempts = 5

/**
 * Sends a request, and again while the service is busy, as often as five times; if it still is, that is the answer.
 * Rejects as `send` does, and at once if the signal fires.
 */
export async function withRetry<Answer extends RetriedAnswer>(
  send: () => Promise<Answer>,
  { signal, onWait }: RetryOptions,
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const answer = await send()
    const seconds = secondsOfBusy(answer)
    if (seconds === undefined || attempt === mostAttempts) return answer
    onWait?.(seconds)
    await wait(seconds, signal)
  }
}

/** In how many seconds a busy service is worth another attempt; undefined for all other answers. */
function secondsOfBusy(answer: RetriedAnswer): number | undefined {
  const failure = answer.kind === 'no result' ? answer.failure : answer
  return failure.kind === 'busy' ? failure.retryAfter : undefined
}

function wait(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const onAbort = () => (clearTimeout(timer), reject(signal.reason))
    const onTime = () => (signal.removeEventListener('abort', onAbort), resolve())
    const timer = setTimeout(onTime, seconds * 1000)
    signal.addEventListener('abort', onAbort)
  })
}

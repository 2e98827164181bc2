import { type ReadonlySignal, signal } from '@preact/signals'
import type { CompileRequest } from '#protocol/compile.ts'
import type { CompileAnswer, CompileClient } from '../backends/compile/compile-client.ts'
import { latestOnly } from './latest-only.ts'

/** What is known of the text as it is now; `not asked` before the first check. */
export type CheckState =
  { kind: 'not asked' } | { kind: 'checking' } | { kind: 'answered'; answer: CompileAnswer }

/** Has a text checked as the reader types. */
export interface CheckLoop {
  state: ReadonlySignal<CheckState>
  /** Checks a text that was just edited, after a pause; older requests are dropped. */
  edited(text: string): void
  /** Checks a text at once; older requests are dropped. */
  check(text: string): void
  /** Takes an answer that came in another way, such as from a build; a check that is on its way is dropped. */
  take(answer: CompileAnswer): void
  end(): void
}

const pauseMilliseconds = 300
const longestRetrySeconds = 60

/** Creates a loop in which the newest text wins: the answer for an older one is never shown. Where it can help, the same text is sent again. */
export function createCheckLoop(
  compileClient: CompileClient,
  toRequest: (text: string) => CompileRequest,
): CheckLoop {
  const state = signal<CheckState>({ kind: 'not asked' })
  let timer: ReturnType<typeof setTimeout> | undefined
  const latest = latestOnly()

  function after(milliseconds: number, callback: () => void) {
    latest.abort()
    clearTimeout(timer)
    timer = setTimeout(callback, milliseconds)
  }

  async function request(text: string, attempts: number) {
    const answer = await latest.run((signal) => compileClient.compile(toRequest(text), signal))
    if (!answer) return
    state.value = { kind: 'answered', answer }
    const seconds = secondsToRetry(answer, attempts)
    if (seconds !== undefined) after(seconds * 1000, () => request(text, attempts + 1))
  }

  function check(text: string, pause = 0) {
    state.value = { kind: 'checking' }
    after(pause, () => request(text, 0))
  }

  return {
    state,
    edited: (text) => check(text, pauseMilliseconds),
    check: (text) => check(text),
    take: (answer) => after(0, () => (state.value = { kind: 'answered', answer })),
    end: () => after(0, () => {}),
  }
}

/** Undefined where another attempt would not help; a service that is out of reach is tried ever more rarely. */
function secondsToRetry(answer: CompileAnswer, attempts: number): number | undefined {
  const reason = answer.kind === 'result' ? answer.recorded?.because : answer
  if (!reason || !('retryAfter' in reason)) return undefined
  if (reason.kind !== 'unreachable') return reason.retryAfter
  return Math.min(reason.retryAfter * 1.5 ** attempts, longestRetrySeconds)
}

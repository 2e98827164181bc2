import { type ReadonlySignal, signal } from '@preact/signals'
import type { Action, CompileRequest, SourceFiles } from '#protocol/compile.ts'
import type { CompileAnswer, CompileClient } from '../backends/compile/compile-client.ts'
import { latestOnly } from './latest-only.ts'

/** What is known of the text as it is now; `not asked` before the first check. */
export type CheckState =
  | { kind: 'not asked' }
  | { kind: 'checking' }
  /** `linted`: Clippy was asked too. */
  | { kind: 'answered'; answer: CompileAnswer; linted?: boolean }

/** Has a program checked as the reader types. */
export interface CheckLoop {
  state: ReadonlySignal<CheckState>
  /** Checks files that were just edited, after a pause; older requests are dropped. */
  edited(files: SourceFiles): void
  /** Checks files at once, or lints them; older requests are dropped. */
  check(files: SourceFiles, action?: Action): void
  /** Takes an answer that came in another way, such as from a build; a check that is on its way is dropped. */
  take(answer: CompileAnswer): void
  end(): void
}

const pauseMilliseconds = 300
const longestRetrySeconds = 60

/** Creates a loop in which the newest files win: the answer for older ones is never shown. Where it can help, the same files are sent again. */
export function createCheckLoop(
  compileClient: CompileClient,
  toRequest: (files: SourceFiles, action: Action) => CompileRequest,
): CheckLoop {
  const state = signal<CheckState>({ kind: 'not asked' })
  let timer: ReturnType<typeof setTimeout> | undefined
  const latest = latestOnly()

  function after(milliseconds: number, callback: () => void) {
    latest.abort()
    clearTimeout(timer)
    timer = setTimeout(callback, milliseconds)
  }

  async function send(request: CompileRequest, attempts: number) {
    const answer = await latest.run((signal) => compileClient.compile(request, signal))
    if (!answer) return
    state.value = { kind: 'answered', answer, ...(request.action === 'lint' && { linted: true }) }
    const seconds = secondsToRetry(answer, attempts)
    if (seconds !== undefined) after(seconds * 1000, () => send(request, attempts + 1))
  }

  function check(request: CompileRequest, pause = 0) {
    state.value = { kind: 'checking' }
    after(pause, () => send(request, 0))
  }

  return {
    state,
    edited: (files) => check(toRequest(files, 'check'), pauseMilliseconds),
    check: (files, action = 'check') => check(toRequest(files, action)),
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

import type { CompileClient } from '../compile/compile-client.ts'
import { loadPlayground } from './load-playground.ts'

/** Milliseconds without an edit before a program is sent to others: they have not asked to check each word. */
const calm = 1200

/** Compiles with the first; where no service answers, what it did not know is checked at the playground that the reader has agreed to, if any. */
export function withPlayground(first: CompileClient): CompileClient {
  return {
    async compile(request, signal) {
      const answer = await first.compile(request, signal)
      if (answer.kind === 'result' || request.action === 'build' || request.action === 'test') return answer
      const playground = await loadPlayground(request, answer, signal)
      if (!playground) return answer
      if (request.action === 'check') await wait(calm, signal)
      return playground.compile(request, signal)
    },
  }
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => (clearTimeout(timer), reject(signal.reason as Error))
    const timer = setTimeout(() => (signal.removeEventListener('abort', onAbort), resolve()), milliseconds)
    signal.addEventListener('abort', onAbort)
  })
}

import type { CompileRequest } from '#protocol/compile.ts'
import type { Answer, Playground } from './compile-client.ts'

const mostAttempts = 5

/** Waits where the queue is full and asks again, for what the reader asked by a button: a check as they type asks by itself. */
export function withPatience(playground: Playground): Playground {
  return {
    compile: (request, signal) =>
      request.action === 'check'
        ? playground.compile(request, signal)
        : askUntilTaken({ playground, request, signal, attempts: mostAttempts }),
  }
}

interface Asking {
  playground: Playground
  request: CompileRequest
  signal: AbortSignal
  attempts: number
}

async function askUntilTaken({ playground, request, signal, attempts }: Asking): Promise<Answer> {
  const answer = await playground.compile(request, signal)
  if (answer.kind !== 'busy' || attempts === 1) return answer
  await new Promise((resolve) => setTimeout(resolve, answer.retryAfter * 1000))
  signal.throwIfAborted()
  return askUntilTaken({ playground, request, signal, attempts: attempts - 1 })
}

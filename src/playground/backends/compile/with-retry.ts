import type { CompileRequest } from '#protocol/compile.ts'
import type { CompileAnswer, CompileClient } from './compile-client.ts'

const mostAttempts = 5

/** Waits where the queue is full and asks again, for what the reader asked by a button: a check as they type asks by itself. */
export function withRetry(compileClient: CompileClient): CompileClient {
  return {
    compile: (request, signal) =>
      request.action === 'check'
        ? compileClient.compile(request, signal)
        : askUntilTaken({ compileClient, request, signal, attempts: mostAttempts }),
  }
}

interface Asking {
  compileClient: CompileClient
  request: CompileRequest
  signal: AbortSignal
  attempts: number
}

async function askUntilTaken({ compileClient, request, signal, attempts }: Asking): Promise<CompileAnswer> {
  const answer = await compileClient.compile(request, signal)
  if (answer.kind !== 'busy' || attempts === 1) return answer
  await new Promise((resolve) => setTimeout(resolve, answer.retryAfter * 1000))
  signal.throwIfAborted()
  return askUntilTaken({ compileClient, request, signal, attempts: attempts - 1 })
}

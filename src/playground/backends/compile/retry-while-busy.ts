import { withRetry } from '../with-retry.ts'
import type { CompileClient } from './compile-client.ts'

/** Sends again, while the queue is full, what the reader asked for by a button; a check as they type is repeated by its loop. */
export function retryWhileBusy(compileClient: CompileClient): CompileClient {
  return {
    compile(request, signal) {
      const send = () => compileClient.compile(request, signal)
      return request.action === 'check' ? send() : withRetry(send, { signal })
    },
  }
}

import type { TraceFrame, TraceRequest } from '#protocol/trace.ts'
import { readJson } from '../read-json.ts'
import { sendRequest } from '../send-request.ts'

/** Something that tells at which lines a program was. */
export interface TraceClient {
  /** Empty where nobody can tell. Rejects only if the signal fires. */
  trace(request: TraceRequest, signal: AbortSignal): Promise<TraceFrame[]>
}

/** Creates a client of the service at a base URL; empty for the site's own. */
export function createServiceTraceClient(base = ''): TraceClient {
  return {
    async trace(request, signal) {
      const response = await sendRequest({
        ...{ base, path: '/api/trace', body: request },
        ...{ stage: 'userspace', signal },
      })
      if (!(response instanceof Response)) return []
      const answer = await readJson(response, ({ TraceResult }) => TraceResult, signal)
      return answer.kind === 'parsed' ? answer.value.frames : []
    },
  }
}

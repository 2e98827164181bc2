import type { InspectRequest, InspectResult } from '#protocol/inspect.ts'
import { defaultVariant } from '#protocol/variants.ts'
import { readJson } from '../read-json.ts'
import type { RequestFailure } from '../request-failure.ts'
import { type Fetch, sendRequest } from '../send-request.ts'

/** Something that takes modules apart. */
export interface InspectClient {
  /** Rejects only if the signal fires. */
  inspect(request: InspectRequest, signal: AbortSignal): Promise<InspectAnswer>
}

/** What a module is made of, or why nobody knows; `recorded` when the service was not asked. */
export type InspectAnswer = { kind: 'result'; result: InspectResult; recorded?: true } | RequestFailure

/** Creates a client of the service at a base URL; empty for the site's own. */
export function createServiceInspectClient(base = '', fetch?: Fetch): InspectClient {
  return {
    async inspect(request, signal) {
      const response = await sendRequest({
        ...{ base, path: '/api/inspect', body: request },
        ...{ stage: request.variant ?? defaultVariant, signal, fetch },
      })
      if (!(response instanceof Response)) return response
      const answer = await readJson(response, ({ InspectResult }) => InspectResult, signal)
      return answer.kind === 'parsed' ? { kind: 'result', result: answer.value } : answer
    },
  }
}

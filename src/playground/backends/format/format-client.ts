import type { FormatRequest, FormatResult } from '#protocol/format.ts'
import { readJson } from '../read-json.ts'
import type { RequestFailure } from '../request-failure.ts'
import { type Fetch, sendRequest } from '../send-request.ts'

/** Asks the service at a base URL to lay files out. Rejects only if the signal fires. */
export async function requestFormat(
  base: string,
  request: FormatRequest,
  { signal, fetch }: { signal: AbortSignal; fetch?: Fetch },
): Promise<{ kind: 'result'; result: FormatResult } | RequestFailure> {
  const response = await sendRequest({
    base,
    path: '/api/format',
    body: request,
    stage: 'userspace',
    signal,
    fetch,
  })
  if (!(response instanceof Response)) return response
  const answer = await readJson(response, ({ FormatResult }) => FormatResult, signal)
  return answer.kind === 'parsed' ? { kind: 'result', result: answer.value } : answer
}

import type { ZodType } from 'zod'
import { attempt } from '../attempt.ts'
import type { RequestFailure } from '../request-failure.ts'
import type { Fetch } from '../send-request.ts'

/** A request to a public playground; `schema` is of the answer. */
export interface PublicRequest<T> {
  host: string
  path: string
  body?: unknown
  schema: ZodType<T>
  signal: AbortSignal
  /** The browser's, unless another is given. */
  fetch?: Fetch | undefined
}

/** Asks a public playground; gives its answer, else why there is none. Rejects only if the signal fires. */
export async function askPublic<T>(
  request: PublicRequest<T>,
): Promise<{ kind: 'parsed'; value: T } | RequestFailure> {
  const { host, signal } = request
  const silent = { kind: 'silent elsewhere', host, retryAfter: 30 } as const
  const response = await attempt(signal, () => send(request))
  if (response?.status === 429) return { kind: 'busy', retryAfter: 10 }
  if (!response?.ok) return silent
  const parsed = request.schema.safeParse(await attempt<unknown>(signal, () => response.json()))
  return parsed.success ? { kind: 'parsed', value: parsed.data } : silent
}

function send<T>({
  host,
  path,
  body,
  signal,
  fetch = globalThis.fetch,
}: PublicRequest<T>): Promise<Response> {
  const asks = { signal, credentials: 'omit', referrerPolicy: 'no-referrer' } as const
  if (body === undefined) return fetch(`https://${host}${path}`, asks)
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  return fetch(`https://${host}${path}`, { ...asks, method: 'POST', headers, body: JSON.stringify(body) })
}

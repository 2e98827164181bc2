import type { Problem } from '#protocol/problem.ts'
import type { Status } from '#protocol/status.ts'
import type { RequestFailure } from './compile/compile-client.ts'

/** A request to the service at a base URL, and the stage of the toolroom that it needs. */
export interface ServiceRequest {
  base: string
  path: string
  body: unknown
  stage: keyof Status
  signal: AbortSignal
}

/** Asks; gives the answer if it is one, else why there is none. Rejects only if the signal fires. */
export async function sendRequest(request: ServiceRequest): Promise<Response | RequestFailure> {
  const response = await attempt(request.signal, () => post(request))
  if (!response) return unreachable
  if (response.ok) return response
  const problem = await readJson<Problem>(response, request.signal)
  return problem ? toFailure(response, problem, request) : unreachable
}

/** The body of an answer; undefined for one that is no JSON, such as the page of a static host. */
export async function readJson<T>(response: Response, signal: AbortSignal): Promise<T | undefined> {
  if (!/[/+]json/.test(response.headers.get('content-type') ?? '')) return undefined
  return attempt(signal, async () => (await response.json()) as T)
}

/** Nobody answers, or something that is not the service. */
export const unreachable: RequestFailure = { kind: 'unreachable', retryAfter: 10 }

function post({ base, path, body, signal }: ServiceRequest): Promise<Response> {
  return fetch(base + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  })
}

async function toFailure(response: Response, problem: Problem, request: ServiceRequest): Promise<RequestFailure> {
  const retryAfter = readRetryAfter(response)
  if (response.status === 429) return { kind: 'busy', retryAfter: retryAfter ?? 1 }
  if (response.status === 503) return toUnready(await readStatus(request), { problem, retryAfter, request })
  if (response.status >= 500 || response.status === 404) return unreachable
  return { kind: 'refused', detail: describe(problem) }
}

interface Unready {
  problem: Problem
  retryAfter: number | undefined
  request: ServiceRequest
}

function toUnready(
  status: Status | undefined,
  { problem, retryAfter = 2, request }: Unready,
): RequestFailure {
  const { stage } = request
  const state = status?.[stage]
  if (state?.state === 'preparing') {
    const { percent, step, secondsLeft } = state
    return { kind: 'preparing', stage, percent, step, retryAfter, ...(secondsLeft && { secondsLeft }) }
  }
  if (state?.state === 'unavailable') {
    return { kind: 'unavailable', stage, reason: state.reason, remedy: state.remedy, retryAfter: 60 }
  }
  const reason = describe(problem)
  return { kind: 'unavailable', stage, reason, remedy: '', retryAfter: Math.max(retryAfter, 5) }
}

function describe({ title, detail, errors = [] }: Problem): string {
  return [title, detail, ...errors.map(({ field, message }) => `${field}: ${message}`)]
    .filter(Boolean)
    .join('. ')
}

function readStatus({ base, signal }: ServiceRequest): Promise<Status | undefined> {
  return attempt(signal, async () => {
    const response = await fetch(`${base}/api/status`, { signal })
    return response.ok ? readJson<Status>(response, signal) : undefined
  })
}

function readRetryAfter(response: Response): number | undefined {
  const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10)
  return Number.isNaN(seconds) ? undefined : Math.max(1, seconds)
}

/** Uses the network; undefined where that fails. Rejects only if the signal fires. */
export async function attempt<T>(signal: AbortSignal, callback: () => Promise<T>): Promise<T | undefined> {
  try {
    return await callback()
  } catch {
    signal.throwIfAborted()
    return undefined
  }
}

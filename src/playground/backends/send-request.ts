import type { Problem } from '#protocol/problem.ts'
import type { Stage, StageStatus } from '#protocol/status.ts'
import { attempt } from './attempt.ts'
import { readJson } from './read-json.ts'
import { type Preparing, type RequestFailure, unreachable } from './request-failure.ts'

/** A request to the service at a base URL, and the stage of the toolroom that it needs. */
export interface ServiceRequest {
  base: string
  path: string
  body: unknown
  stage: Stage
  signal: AbortSignal
  /** The browser's, unless another is given. */
  fetch?: Fetch | undefined
}

/** What sends requests, as `fetch` does. */
export type Fetch = (address: string, init?: RequestInit) => Promise<Response>

/** Sends a request; gives the response if it is a result, else why there is none. Rejects only if the signal fires. */
export async function sendRequest(request: ServiceRequest): Promise<Response | RequestFailure> {
  const response = await attempt(request.signal, () => post(request))
  if (!response) return unreachable
  if (response.ok) return response
  const problem = await readJson(response, ({ Problem }) => Problem, request.signal)
  return problem.kind === 'parsed' ? toFailure(response, problem.value, request) : unreachable
}

function post({ base, path, body, signal, fetch = globalThis.fetch }: ServiceRequest): Promise<Response> {
  return fetch(base + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  })
}

async function toFailure(
  response: Response,
  problem: Problem,
  request: ServiceRequest,
): Promise<RequestFailure> {
  const retryAfter = readRetryAfter(response)
  if (response.status === 429) return { kind: 'busy', retryAfter: retryAfter ?? 1 }
  if (response.status === 503) return toUnready(await readStage(request), { problem, retryAfter, request })
  if (response.status >= 500 || response.status === 404) return unreachable
  return { kind: 'refused', detail: describe(problem) }
}

function readRetryAfter(response: Response): number | undefined {
  const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10)
  return Number.isNaN(seconds) ? undefined : Math.max(1, seconds)
}

/** Asks how far a stage of the toolroom is; undefined where the service does not say. Rejects only if the signal fires. */
export async function readStage({
  base,
  stage,
  signal,
  fetch = globalThis.fetch,
}: Pick<ServiceRequest, 'base' | 'stage' | 'signal' | 'fetch'>): Promise<StageStatus | undefined> {
  const response = await attempt(signal, () => fetch(`${base}/api/status`, { signal }))
  if (!response?.ok) return undefined
  const status = await readJson(response, ({ Status }) => Status.partial(), signal)
  return status.kind === 'parsed' ? status.value[stage] : undefined
}

interface Unready {
  problem: Problem
  retryAfter: number | undefined
  request: ServiceRequest
}

function toUnready(
  state: StageStatus | undefined,
  { problem, retryAfter = 2, request: { stage } }: Unready,
): RequestFailure {
  if (state?.state === 'preparing') return toPreparing(stage, state, retryAfter)
  if (state?.state === 'unavailable') {
    return { kind: 'unavailable', stage, reason: state.reason, remedy: state.remedy, retryAfter: 60 }
  }
  const reason = describe(problem)
  return { kind: 'unavailable', stage, reason, remedy: '', retryAfter: Math.max(retryAfter, 5) }
}

/** Says how far a stage is that is being prepared. */
export function toPreparing(
  stage: Stage,
  { percent, step, secondsLeft }: Extract<StageStatus, { state: 'preparing' }>,
  retryAfter: number,
): Preparing {
  return { kind: 'preparing', stage, percent, step, retryAfter, ...(secondsLeft && { secondsLeft }) }
}

function describe({ title, detail, errors = [] }: Problem): string {
  return [title, detail, ...errors.map(({ field, message }) => `${field}: ${message}`)]
    .filter(Boolean)
    .join('. ')
}

import type { CompileRequest, CompileResult } from '#protocol/compile.ts'
import type { Problem } from '#protocol/problem.ts'
import type { Status } from '#protocol/status.ts'
import type { Answer, NoResult, Playground } from './playground.ts'

/** The compile service at a base URL, such as `https://example.org` or nothing for the site's own. */
export function createServicePlayground(base = ''): Playground {
  return { compile: (request, signal) => compile({ base, request, signal }) }
}

interface Asked {
  base: string
  request: CompileRequest
  signal: AbortSignal
}

async function compile({ base, request, signal }: Asked): Promise<Answer> {
  const response = await attempt(signal, () => post(`${base}/api/compile`, request, signal))
  if (!response) return unreachable
  const body = isJson(response) ? await attempt(signal, () => response.json()) : undefined
  if (body === undefined) return unreachable
  if (response.ok) return { kind: 'result', result: body as CompileResult }
  return toAnswer(response, body as Problem, () => readStatus(base, signal))
}

function post(url: string, request: CompileRequest, signal: AbortSignal): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
    signal,
  })
}

async function toAnswer(
  response: Response,
  problem: Problem,
  status: () => Promise<Status | undefined>,
): Promise<NoResult> {
  const retryAfter = readRetryAfter(response)
  if (response.status === 429) return { kind: 'busy', retryAfter: retryAfter ?? 1 }
  if (response.status === 503) return toUnready(await status(), problem, retryAfter)
  if (response.status >= 500 || response.status === 404) return unreachable
  return { kind: 'refused', detail: describe(problem) }
}

function toUnready(status: Status | undefined, problem: Problem, retryAfter = 2): NoResult {
  const stage = status?.userspace
  if (stage?.state === 'preparing') {
    return { kind: 'preparing', percent: stage.percent, step: stage.step, retryAfter }
  }
  if (stage?.state === 'unavailable') {
    return { kind: 'unavailable', reason: stage.reason, remedy: stage.remedy, retryAfter: 60 }
  }
  return { kind: 'unavailable', reason: describe(problem), remedy: '', retryAfter: Math.max(retryAfter, 5) }
}

function describe({ title, detail, errors = [] }: Problem): string {
  return [title, detail, ...errors.map(({ field, message }) => `${field}: ${message}`)]
    .filter(Boolean)
    .join('. ')
}

function readStatus(base: string, signal: AbortSignal): Promise<Status | undefined> {
  return attempt(signal, async () => {
    const response = await fetch(`${base}/api/status`, { signal })
    return response.ok && isJson(response) ? ((await response.json()) as Status) : undefined
  })
}

/** A static host answers with a page of its own where there is no service. */
function isJson(response: Response): boolean {
  return /[/+]json/.test(response.headers.get('content-type') ?? '')
}

function readRetryAfter(response: Response): number | undefined {
  const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10)
  return Number.isNaN(seconds) ? undefined : Math.max(1, seconds)
}

const unreachable: NoResult = { kind: 'unreachable', retryAfter: 10 }

/** Undefined for a network that fails; a signal that fired is passed on. */
async function attempt<T>(signal: AbortSignal, step: () => Promise<T>): Promise<T | undefined> {
  try {
    return await step()
  } catch {
    signal.throwIfAborted()
    return undefined
  }
}

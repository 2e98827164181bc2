import type { Problem } from '#protocol/problem.ts'
import type { StageStatus } from '#protocol/status.ts'

/** A problem that the service answers with, and its headers; thrown wherever it becomes clear, answered by the app. */
export class HttpProblem extends Error {
  readonly problem: Problem
  readonly headers: Record<string, string>

  constructor(problem: Omit<Problem, 'type'> & { name: string }, headers: Record<string, string> = {}) {
    const { name, ...rest } = problem
    super(problem.title)
    this.problem = { type: `urn:no-oops:problem:${name}`, ...rest }
    this.headers = headers
  }

  toResponse(): Response {
    return new Response(JSON.stringify(this.problem), {
      status: this.problem.status,
      headers: {
        'Content-Type': 'application/problem+json',
        'Cache-Control': 'no-store',
        ...this.headers,
      },
    })
  }
}

/** What is wrong with one field of a request, as `files.main.rs`; `body` stands for all of it. */
export type FieldError = NonNullable<Problem['errors']>[number]

/** 400: names the fields that are wrong. */
export function badInput(errors: FieldError[]): HttpProblem {
  return new HttpProblem({
    name: 'bad-input',
    title: 'The request is not as it should be',
    status: 400,
    errors,
  })
}

/** 403: the request has not come through a proxy that the service trusts. */
export function notThroughProxy(): HttpProblem {
  const detail = 'This service is reached through its proxy only.'
  return new HttpProblem({ name: 'past-the-proxy', title: 'Not reached this way', status: 403, detail })
}

/** 403: a page of another site asks for a shell. */
export function foreignOrigin(): HttpProblem {
  const detail = 'Pages of other sites may not open a shell here. CORS_ORIGIN allows them.'
  return new HttpProblem({ name: 'foreign-origin', title: 'Not from this page', status: 403, detail })
}

/** 426: the route is one for WebSockets. */
export function upgradeRequired(): HttpProblem {
  const detail = 'Open it as a WebSocket.'
  return new HttpProblem(
    { name: 'upgrade-required', title: 'A WebSocket is needed', status: 426, detail },
    { Upgrade: 'websocket' },
  )
}

/** 413: `detail` says how much is too much. */
export function tooLarge(detail: string): HttpProblem {
  return new HttpProblem({ name: 'too-large', title: 'The request is too large', status: 413, detail })
}

/** 415: the body is not sent as JSON. */
export function unsupportedMediaType(): HttpProblem {
  const detail = 'Send the request as application/json.'
  return new HttpProblem({ name: 'media-type', title: 'Not a format that is read here', status: 415, detail })
}

/** 429: the queue is full; the client may come again after so many seconds. */
export function busy(retryAfter: number): HttpProblem {
  const detail = 'More programs are waiting for the compiler than it can take.'
  return new HttpProblem(
    { name: 'busy', title: 'The compiler is busy', status: 429, detail },
    comeAgain(retryAfter),
  )
}

/** 429: this client is over its rate; it may come again after so many seconds. */
export function tooManyRequests(retryAfter: number): HttpProblem {
  const detail = 'This address has sent more requests in a minute than one may.'
  return new HttpProblem(
    { name: 'too-many-requests', title: 'Too many requests', status: 429, detail },
    comeAgain(retryAfter),
  )
}

/** 503: says how far the stage is, or why there is none and what to do. */
export function notReady(stage: Exclude<StageStatus, { state: 'ready' }>): HttpProblem {
  if (stage.state === 'unavailable') {
    const detail = `${stage.reason} ${stage.remedy}`.trimEnd()
    return new HttpProblem({ name: 'no-compiler', title: 'There is no compiler', status: 503, detail })
  }
  const detail = `${stage.step} (${stage.percent} %)`
  return new HttpProblem(
    { name: 'preparing', title: 'The compiler is being prepared', status: 503, detail },
    comeAgain(3),
  )
}

/** 503: a kernel does not come as far as loading a driver. */
export function kernelBroken(): HttpProblem {
  const detail = 'Something is wrong with the service, not with the driver. Its log says more.'
  return new HttpProblem({ name: 'kernel-broken', title: 'The kernel does not start', status: 503, detail })
}

/** 503: the service ends now, and another one takes its place. */
export function restarting(): HttpProblem {
  const detail = 'The service is being restarted. Try again in a moment.'
  return new HttpProblem(
    { name: 'restarting', title: 'The service restarts', status: 503, detail },
    comeAgain(5),
  )
}

/** 404: `detail` names what was asked for. */
export function notFound(detail: string): HttpProblem {
  return new HttpProblem({ name: 'not-found', title: 'There is nothing here', status: 404, detail })
}

/** 405: names the methods that the address has. */
export function wrongMethod(allowed: string[]): HttpProblem {
  const detail = `Use ${allowed.join(' or ')}.`
  const headers = { Allow: allowed.join(', ') }
  return new HttpProblem(
    { name: 'wrong-method', title: 'Not a method of this address', status: 405, detail },
    headers,
  )
}

/** 501: oEmbed is answered as JSON alone. */
export function noXml(): HttpProblem {
  const detail = 'Ask with format=json.'
  return new HttpProblem({ name: 'no-xml', title: 'Not a format that is written here', status: 501, detail })
}

/** 500: tells the client nothing but the id under which the log has the error. */
export function internal(requestId: string): HttpProblem {
  const detail = `Something broke in the service. Its log has more, under the request id ${requestId}.`
  return new HttpProblem({ name: 'internal', title: 'Internal error', status: 500, detail })
}

function comeAgain(seconds: number): Record<string, string> {
  return { 'Retry-After': String(seconds) }
}

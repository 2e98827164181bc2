import type { HttpProblem } from './http-problem.ts'

/** The last event of what fails after its answer has begun, with the seconds after which another attempt is worth it. */
export function toFailed({ problem, headers }: HttpProblem) {
  const retryAfter = Number(headers['Retry-After'])
  return { kind: 'failed' as const, problem, ...(retryAfter > 0 && { retryAfter }) }
}

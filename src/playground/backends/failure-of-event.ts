import type { BootEvent, BootRequest } from '#protocol/boot.ts'
import type { RequestFailure } from './request-failure.ts'

/** What a `failed` event of a boot or a shell says. A service that restarts is worth another attempt, as a busy one is. */
export function failureOfEvent(
  { problem, retryAfter }: Extract<BootEvent, { kind: 'failed' }>,
  stage: BootRequest['variant'],
): RequestFailure {
  const places = (problem.errors ?? []).map(({ message }) => message)
  const reason = [problem.title, problem.detail, ...places].filter(Boolean).join('. ')
  if (problem.status === 400) return { kind: 'refused', detail: reason }
  if (retryAfter !== undefined) return { kind: 'busy', retryAfter }
  return { kind: 'unavailable', stage, reason, remedy: '', retryAfter: 60 }
}

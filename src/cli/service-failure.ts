import type { Stage } from '#protocol/status.ts'
import type { RequestFailure } from '#playground/backends/request-failure.ts'
import { CommandFailure, exitCodes } from './command-failure.ts'
import type { Host } from './host.ts'
import { version } from './version.ts'

/** Says why the service has no result, and what to do about it. */
export async function toServiceFailure(
  host: Pick<Host, 'fetch' | 'signal'>,
  base: string,
  failure: RequestFailure,
): Promise<CommandFailure> {
  const isThere = failure.kind === 'unreachable' && (await answers(host, base))
  const text = isThere ? describeOther(base) : describe(failure, base)
  return new CommandFailure(text, failure.kind === 'refused' ? exitCodes.refused : exitCodes.unreachable)
}

/** A service that does not know what was asked is not known from one that is not there but by asking for what all have. */
async function answers({ fetch, signal }: Pick<Host, 'fetch' | 'signal'>, base: string): Promise<boolean> {
  const response = await fetch(`${base}/healthz`, { signal }).catch(() => undefined)
  signal.throwIfAborted()
  return response?.ok ?? false
}

function describe(failure: RequestFailure, base: string): string {
  switch (failure.kind) {
    case 'unreachable':
      return (
        `No service answers at ${base}. Start one with «npm start» in a checkout of No Oops, ` +
        'or name another with --service URL or NO_OOPS_SERVICE.'
      )
    case 'outdated':
      return describeOther(base)
    case 'busy':
      return `The service at ${base} is busy. Try again in ${failure.retryAfter} s.`
    case 'preparing': {
      const { stage, percent, step, secondsLeft } = failure
      const left = secondsLeft === undefined ? '' : `, about ${describeTime(secondsLeft)} left`
      return `The service at ${base} is still preparing its ${thingOf(stage)}: ${percent} % (${step})${left}. Try again then.`
    }
    case 'unavailable':
      return `The service at ${base} has no ${thingOf(failure.stage)}: ${failure.reason}. ${failure.remedy}`.trim()
    case 'silent elsewhere':
      return `${failure.host} does not answer as it should.`
    case 'refused':
      return `The service did not take this: ${failure.detail}`
  }
}

function describeOther(base: string): string {
  return (
    `What answers at ${base} is not a service that no-oops ${version} understands: it is older, newer or something else. ` +
    'Take the service and the command of the same version.'
  )
}

function thingOf(stage: Stage): string {
  return stage === 'userspace' ? 'compiler' : `kernel (${stage})`
}

function describeTime(seconds: number): string {
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} minutes`
}

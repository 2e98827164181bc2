import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Logger } from 'pino'
import type { AppEnv } from './app-env.ts'
import { MachineFailure } from './boot/machine-failure.ts'
import { describeSandboxError, explainSandboxError } from './bubblewrap/check-sandbox.ts'
import { SandboxBusy, SandboxError } from './bubblewrap/sandbox-error.ts'
import {
  badInput,
  busy,
  HttpProblem,
  internal,
  kernelBroken,
  notReady,
  unsupportedMediaType,
} from './http-problem.ts'
import { QueueFull } from './queue.ts'

/** Turns an error into what the client may read of it; an unexpected one goes to the log in full, and only there. */
export function toProblem(error: Error, c: Context<AppEnv>, logger: Logger): HttpProblem {
  if (error instanceof HttpProblem) return error
  if (error instanceof QueueFull) return busy(error.retryAfter)
  if (error instanceof SandboxBusy) return withoutRoom(error, logger)
  if (error instanceof HTTPException) return unreadable(error)
  if (error instanceof MachineFailure) return withoutKernel(error, logger)
  if (error instanceof SandboxError) return withoutSandbox(error, logger)
  if (c.req.raw.signal.aborted) return clientGone
  logger.error({ requestId: c.get('requestId'), error: { name: error.name, stack: error.stack } })
  return internal(c.get('requestId'))
}

function unreadable({ status, message }: HTTPException): HttpProblem {
  if (status === 415) return unsupportedMediaType()
  return badInput([{ field: 'body', message }])
}

/** Describes a machine that does not allow the sandbox like one without a toolroom; what helps is for its owner. */
function withoutSandbox(error: SandboxError, logger: Logger): HttpProblem {
  logger.error({ sandbox: error.message, ...explainSandboxError(error) })
  return notReady({ state: 'unavailable', reason: describeSandboxError(error), remedy: '' })
}

function withoutRoom({ message, retryAfter }: SandboxBusy, logger: Logger): HttpProblem {
  logger.warn({ sandbox: message })
  return busy(retryAfter)
}

function withoutKernel(error: MachineFailure, logger: Logger): HttpProblem {
  logger.error({ machine: error.message })
  return kernelBroken()
}

/** Nobody reads it; the number is the one that proxies write into their logs. */
const clientGone = new HttpProblem({ name: 'client-gone', title: 'The client has gone', status: 499 })

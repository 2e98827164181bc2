import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Logger } from 'pino'
import type { z, ZodError } from 'zod'
import type { AppEnv } from './app.ts'
import { badInput, busy, HttpProblem, internal, unsupportedMediaType } from './http-problem.ts'
import { QueueFull } from './queue.ts'

/** What the client is told of an error; one that was not foreseen goes to the log in full, and only there. */
export function toProblem(error: Error, c: Context<AppEnv>, logger: Logger): HttpProblem {
  if (error instanceof HttpProblem) return error
  if (error instanceof QueueFull) return busy(error.retryAfter)
  if (error instanceof HTTPException) return unreadable(error)
  if (c.req.raw.signal.aborted) return clientGone
  logger.error({ requestId: c.get('requestId'), error: { name: error.name, stack: error.stack } })
  return internal(c.get('requestId'))
}

function unreadable({ status, message }: HTTPException): HttpProblem {
  if (status === 415) return unsupportedMediaType()
  return badInput([{ field: 'body', message }])
}

/** Nobody reads it; the number is the one that proxies write into their logs. */
const clientGone = new HttpProblem({ name: 'client-gone', title: 'The client has gone', status: 499 })

/** Throws for input that its schema refuses, with the fields that are wrong. */
export function refuseInvalid(result: Checked): void {
  if (!result.success) throw badInput(result.error.issues.slice(0, flawsTold).map(toFlaw))
}

/** Who has more than these wrong sends what nobody has typed. */
const flawsTold = 20

type Checked = { success: true } | { success: false; error: ZodError }

function toFlaw(issue: z.core.$ZodIssue): { field: string; message: string } {
  const cause = issue.code === 'invalid_key' ? issue.issues[0] : undefined
  return { field: issue.path.map(String).join('.') || 'body', message: cause?.message ?? issue.message }
}

import type { z } from 'zod'
import { badInput } from './http-problem.ts'

/** Reads a message of a WebSocket as JSON of a schema; throws an `HttpProblem` that says what is wrong with it. */
export function readMessage<Schema extends z.ZodType>(schema: Schema, data: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(toJson(data))
  if (parsed.success) return parsed.data
  throw badInput(
    parsed.error.issues.map(({ path, message }) => ({ field: path.join('.') || 'message', message })),
  )
}

function toJson(data: unknown): unknown {
  try {
    return JSON.parse(String(data))
  } catch {
    throw badInput([{ field: 'message', message: 'not JSON' }])
  }
}

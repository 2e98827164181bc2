import type { z } from 'zod'
import { badInput } from './http-problem.ts'
import { toFieldErrors } from './validate-request.ts'

/** Reads a message of a WebSocket as JSON of a schema; throws an `HttpProblem` that says what is wrong with it. */
export function readMessage<Schema extends z.ZodType>(schema: Schema, data: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(toJson(data))
  if (parsed.success) return parsed.data
  throw badInput(toFieldErrors(parsed.error, 'message'))
}

function toJson(data: unknown): unknown {
  try {
    return JSON.parse(String(data))
  } catch {
    throw badInput([{ field: 'message', message: 'not JSON' }])
  }
}

/** Reads a message; undefined if it is none of the schema. */
export function readMessageIf<Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
): z.infer<Schema> | undefined {
  try {
    return readMessage(schema, data)
  } catch {
    return undefined
  }
}

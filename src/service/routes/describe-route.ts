import type { z } from '@hono/zod-openapi'
import { Problem } from '#protocol/problem.ts'

/** Names a schema in the description: a clone of it, because only schemas made after the library was loaded can be named. */
export function named<Schema extends z.ZodType>(name: string, schema: Schema): Schema {
  return schema.clone().openapi(name)
}

/** Describes the body of a request that cannot do without one. */
export function jsonBody<Schema extends z.ZodType>(name: string, schema: Schema) {
  return { required: true as const, content: { 'application/json': { schema: named(name, schema) } } }
}

/** Describes a JSON answer. */
export function jsonAnswer<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  { description }: { description: string },
) {
  return { description, content: { 'application/json': { schema: named(name, schema) } } }
}

/** Why a request with a program may be refused, by status; each route adds what it lacks when it answers 503. */
export const programProblems = {
  400: 'The request is not as it should be; `errors` says where',
  413: 'The sources are too large',
  429: 'Too many requests, from this client or in all; `Retry-After` says when to come again',
}

const NamedProblem = named('Problem', Problem)

/** Describes the answers that are problems: status → when it comes. */
export function problems(descriptions: Record<number, string>): Record<never, never> {
  const toEntry = ([status, description]: [string, string]) => [
    status,
    { description, content: { 'application/problem+json': { schema: NamedProblem } } },
  ]
  return Object.fromEntries(Object.entries(descriptions).map(toEntry)) as Record<never, never>
}

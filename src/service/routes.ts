import { createRoute, type z } from '@hono/zod-openapi'
import { BootEvent, BootRequest } from '#protocol/boot.ts'
import { CompileRequest, CompileResult } from '#protocol/compile.ts'
import { Problem } from '#protocol/problem.ts'
import { Status } from '#protocol/status.ts'

const NamedProblem = named('Problem', Problem)

export const compileRoute = createRoute({
  method: 'post',
  path: '/api/compile',
  summary: 'Check, build or lint a program',
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: named('CompileRequest', CompileRequest) } },
    },
  },
  responses: {
    200: answer(
      named('CompileResult', CompileResult),
      'What became of it; a program that is refused is a result as well',
    ),
    ...problems({
      400: 'The request is not as it should be; `errors` says where',
      413: 'The sources are too large',
      429: 'Too many requests, from this client or in all; `Retry-After` says when to come again',
      503: 'The compiler is being prepared, or there is none',
    }),
  },
})

export const bootRoute = createRoute({
  method: 'post',
  path: '/api/boot',
  summary: 'Build a driver, boot a kernel that loads it, and tell what happens',
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: named('BootRequest', BootRequest) } },
    },
  },
  responses: {
    200: {
      description: 'A stream of server-sent events; the `data` of each is a `BootEvent`',
      content: { 'text/event-stream': { schema: named('BootEvent', BootEvent) } },
    },
    ...problems({
      400: 'The request is not as it should be; `errors` says where',
      413: 'The sources are too large',
      429: 'Too many requests, from this client or in all; `Retry-After` says when to come again',
      503: 'The kernel is being built, or there is none',
    }),
  },
})

export const statusRoute = createRoute({
  method: 'get',
  path: '/api/status',
  summary: 'What is ready, and how far the rest is',
  responses: { 200: answer(named('Status', Status), 'The state of each stage') },
})

/** A clone, because only schemas made after the library was loaded can take its names. */
function named<Schema extends z.ZodType>(name: string, schema: Schema): Schema {
  return schema.clone().openapi(name)
}

function answer<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } }
}

function problems<Code extends number>(descriptions: Record<Code, string>) {
  const toEntry = ([code, description]: [string, unknown]) => [
    code,
    { description, content: { 'application/problem+json': { schema: NamedProblem } } },
  ]
  return Object.fromEntries(Object.entries(descriptions).map(toEntry)) as Record<never, never>
}

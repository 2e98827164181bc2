import { type Context, Hono } from 'hono'
import type { Logger } from 'pino'
import type { z } from 'zod'
import { CodeRequest, EvaluateRequest, ExecuteRequest } from '#protocol/rust-playground.ts'
import type { AppEnv } from '../app-env.ts'
import { guardRoutes } from '../guard-routes.ts'
import { type HttpProblem, unsupportedMediaType } from '../http-problem.ts'
import { rateLimit } from '../rate-limit.ts'
import { readMessage } from '../read-message.ts'
import { toProblem } from '../to-problem.ts'
import { describeStopped } from './describe-stopped.ts'
import { execute, toEvaluated, toText } from './execute.ts'
import { toGuestFiles } from './guest-files.ts'
import type { Guests } from './guests.ts'

/** What the routes for guests lead to, and what holds for them. */
export interface GuestRouteParts {
  guests: Guests
  logger: Logger
  trustProxy: number
  /** Sites that may use them: `*`, or several with commas; empty for our own alone. */
  origins: string
  /** Requests a minute and client; 0 for no limit. */
  rateLimit: number
}

/** Makes the routes for guests, which have the Rust Playground's addresses and answer as it does, problems too. */
export function createGuestRoutes({ guests, logger, ...limits }: GuestRouteParts): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.onError((error, c) => toErrorOfPlayground(toProblem(error, c, logger)))
  const rate = rateLimit(limits.rateLimit)
  for (const path of paths) guardRoutes(app, path, { ...limits, rate })
  app.post('/execute', async (c) =>
    c.json(await execute(guests, await read(c, ExecuteRequest), c.get('requester'))),
  )
  app.post('/evaluate.json', async (c) => {
    const { optimize, ...request } = await read(c, EvaluateRequest)
    const mode = optimize === '0' ? 'debug' : 'release'
    return c.json(
      toEvaluated(await execute(guests, { ...request, mode, crateType: 'bin' }, c.get('requester'))),
    )
  })
  app.post('/format', async (c) => c.json(await format(guests, c)))
  app.post('/clippy', async (c) => c.json(await lint(guests, c)))
  app.on(['GET', 'POST'], '/meta/crates', (c) => c.json({ crates: [] }))
  app.get('/meta/versions', async (c) => {
    const versions = await guests.versions(c.get('requester'))
    return c.json({ stable: versions, beta: versions, nightly: versions })
  })
  return app
}

const paths = ['/execute', '/evaluate.json', '/format', '/clippy', '/meta/crates', '/meta/versions']

/** mdBook shows `result`, whatever the status is. */
function toErrorOfPlayground({ problem, headers }: HttpProblem): Response {
  const { title, detail, errors = [] } = problem
  const error = [title, detail, ...errors.map(({ field, message }) => `${field}: ${message}`)]
    .filter(Boolean)
    .join('. ')
  return Response.json({ error, result: error }, { status: problem.status, headers })
}

async function read<Schema extends z.ZodType>(c: Context<AppEnv>, schema: Schema): Promise<z.infer<Schema>> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) throw unsupportedMediaType()
  return readMessage(schema, await c.req.text())
}

async function format(guests: Guests, c: Context<AppEnv>) {
  const { code, edition } = await read(c, CodeRequest)
  const files = toGuestFiles(code)
  const result = await guests.format({ files, edition }, c.get('requester'))
  if (result.outcome === 'formatted') {
    return { success: true, exitDetail: '', code: result.files['main.rs'], stdout: '', stderr: '' }
  }
  const stderr = result.outcome === 'stopped' ? describeStopped('compiler', result.reason) : result.message
  return { success: false, exitDetail: '', code: files['main.rs'], stdout: '', stderr }
}

async function lint(guests: Guests, c: Context<AppEnv>) {
  const { code, edition, crateType } = await read(c, CodeRequest)
  const asked = { target: 'userspace', language: 'rust', action: 'lint', rendered: true } as const
  const isLibrary = crateType !== 'bin'
  const request = { ...asked, edition, files: toGuestFiles(code), hasUsualLints: true, isLibrary }
  const result = await guests.compile(request, c.get('requester'))
  return { success: result.outcome === 'accepted', exit_detail: '', stdout: '', stderr: toText(result) }
}

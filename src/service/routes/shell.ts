import { upgradeWebSocket, type HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { WSContext, WSEvents } from 'hono/ws'
import type { Logger } from 'pino'
import type { WebSocket } from 'ws'
import { z } from 'zod'
import { DriverName, ShellInput, ShellRequest, type ShellEvent } from '#protocol/shell.ts'
import type { AppEnv, ServiceApp } from '../app-env.ts'
import { foreignOrigin, type HttpProblem, restarting, upgradeRequired } from '../http-problem.ts'
import { createInputLimit, type InputLimit } from '../limit-input.ts'
import type { Requester } from '../queue.ts'
import { readMessage, readMessageIf } from '../read-message.ts'
import { toFailed } from '../to-failed.ts'
import { toProblem } from '../to-problem.ts'
import { validateFiles } from '../validate-files.ts'
import { validateProgram } from '../validate-program.ts'

/** What a shell is opened with, and how it is used. */
export interface OpenShell {
  request: ShellRequest
  /** Calls the listener with each thing that the reader does from now on. */
  onInput(listener: (input: ShellInput) => void): void
  requester: Requester
}

/** What `GET /api/shell` leads to, the log, what ends all shells, and the sites that may open one besides our own. */
export interface ShellRouteParts {
  shell: (shell: OpenShell, onEvent: (event: ShellEvent) => void) => Promise<void>
  logger: Logger
  /** Fires when the service restarts. */
  closing: AbortSignal
  /** True for an `Origin` that may use the API. */
  isAllowedOrigin: (origin: string) => boolean
}

/** Adds `GET /api/shell`: a WebSocket on which a driver is built and used in a shell; see `protocol/shell.ts`. */
export function addShellRoute(app: ServiceApp, parts: ShellRouteParts): void {
  const limit = createInputLimit()
  const upgrade = upgradeWebSocket((c: Context<AppEnv>) => toConnection(c, parts, limit))
  app.get('/api/shell', (c, next) => {
    if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') throw upgradeRequired()
    refuseForeign(c, parts)
    return upgrade(c, next)
  })
}

/** Any page can make a browser open a WebSocket; only what it says of itself tells which one does. */
function refuseForeign(c: Context<AppEnv>, { isAllowedOrigin }: ShellRouteParts): void {
  const origin = c.req.header('origin')
  if (origin === undefined || isAllowedOrigin(origin)) return
  if (URL.parse(origin)?.host !== c.req.header('host')) throw foreignOrigin()
}

function toConnection(c: Context<AppEnv>, parts: ShellRouteParts, limit: InputLimit): WSEvents {
  const gone = new AbortController()
  const signal = AbortSignal.any([gone.signal, parts.closing])
  const { client } = c.get('requester')
  let listener: ((input: ShellInput) => void) | undefined
  let isBegun = false
  let timer: NodeJS.Timeout | undefined
  const { socket: stream } = (c.env as unknown as HttpBindings).incoming
  const begin = async (data: unknown, ws: WSContext): Promise<void> => {
    const tell = (event: ShellEvent): void => ws.send(JSON.stringify(event))
    try {
      const request = readMessage(ShellRequest, data)
      validateDriver(request)
      const onInput = (listen: typeof listener): void => void (listener = listen)
      await parts.shell({ request, onInput, requester: { client, signal } }, tell)
    } catch (error) {
      if (!gone.signal.aborted)
        tell(toFailed(parts.closing.aborted ? restarting() : toProblem(error as Error, c, parts.logger)))
    }
    ws.close(1000)
  }
  return {
    onOpen(_, ws) {
      limit(client, { socket: ws.raw as WebSocket, stream })
      timer = setTimeout(() => ws.close(1008, 'nothing was asked for'), mostWait)
    },
    onMessage({ data }, ws) {
      if (ws.readyState !== openState) return
      clearTimeout(timer)
      if (!isBegun) {
        isBegun = true
        return void begin(data, ws)
      }
      try {
        const input = readMessage(ShellInput, data)
        if (input.kind === 'push') validateDriver(input)
        listener?.(input)
      } catch (error) {
        const refused = toRefusedPush(data, toProblem(error as Error, c, parts.logger))
        if (refused) ws.send(JSON.stringify(refused))
        else ws.close(1008, 'not what a shell reads')
      }
    },
    onClose: () => (clearTimeout(timer), gone.abort()),
  }
}

/** Of a connection on which neither side has said that it ends. */
const openState = 1

function validateDriver(driver: Pick<ShellRequest, 'language' | 'files' | 'fixtures' | 'programs'>): void {
  validateProgram({ target: 'kernel', ...driver })
  validateFiles(driver)
}

/** The answer to a push whose files are none; undefined for what is no push at all. */
function toRefusedPush(data: unknown, { problem }: HttpProblem): ShellEvent | undefined {
  const push = readMessageIf(PushHead, data)
  return push && { kind: 'push-failed', name: push.name, why: 'invalid', diagnostics: [], problem }
}

const PushHead = z.object({ kind: z.literal('push'), name: DriverName })

/** Milliseconds from the connection to its first message. */
const mostWait = 10_000

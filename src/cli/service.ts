import type { BootEvent, BootRequest } from '#protocol/boot.ts'
import type { CompileRequest, CompileResult } from '#protocol/compile.ts'
import type { FormatRequest, FormatResult } from '#protocol/format.ts'
import type { InspectRequest, InspectResult } from '#protocol/inspect.ts'
import { type BootClient, type BootAnswer } from '#playground/backends/boot/boot-client.ts'
import { createServiceBootClient } from '#playground/backends/boot/service-boot-client.ts'
import type { CompileClient } from '#playground/backends/compile/compile-client.ts'
import { createServiceCompileClient } from '#playground/backends/compile/service-compile-client.ts'
import { requestFormat } from '#playground/backends/format/format-client.ts'
import {
  createServiceInspectClient,
  type InspectClient,
} from '#playground/backends/inspect/inspect-client.ts'
import type { RequestFailure } from '#playground/backends/request-failure.ts'
import { createServiceShellClient, type ShellClient } from '#playground/backends/shell/shell-client.ts'
import { withRetry } from '#playground/backends/with-retry.ts'
import { CommandFailure, exitCodes, wrongUse } from './command-failure.ts'
import { toServiceFailure } from './service-failure.ts'
import type { Host } from './host.ts'
import type { Progress } from './output/progress.ts'

/** The compile service that is asked. What it has no result for rejects with a `CommandFailure`. */
export interface Service {
  /** Its address, without a slash at the end. */
  base: string
  /** The address of the course's site, without a slash at the end: that of the service but for a site on another host. */
  site: string
  compile(request: CompileRequest): Promise<CompileResult>
  inspect(request: InspectRequest): Promise<InspectResult>
  format(request: FormatRequest): Promise<FormatResult>
  /** Tells each event of a boot. */
  boot(request: BootRequest, onEvent: (event: BootEvent) => void): Promise<void>
  /** Opens a shell in a kernel; it ends when the signal fires. */
  shell: ShellClient
  /** Gives a file of the course's site as JSON; undefined if it has none there. */
  get(path: string): Promise<unknown>
  /** The same clients as a page has; what they say of a failure is for `toFailure`. */
  clients: { compileClient: CompileClient; bootClient: BootClient; inspectClient: InspectClient }
  toFailure(failure: RequestFailure): Promise<Error>
}

/** Where `npm start` serves. */
const local = 'http://127.0.0.1:4321'

/** Makes the service of a host: at the address that an option names, else the environment, else on this machine; the environment also names another site. */
export function createService(host: Host, progress: Progress, option?: string): Service {
  const base = toBase(option ?? (host.env.NO_OOPS_SERVICE || local))
  const site = host.env.NO_OOPS_SITE ? toBase(host.env.NO_OOPS_SITE) : base
  const { fetch, signal } = host
  const clients = {
    compileClient: createServiceCompileClient(base, fetch),
    bootClient: createServiceBootClient(base, fetch),
    inspectClient: createServiceInspectClient(base, fetch),
  }
  const toFailure = (failure: RequestFailure) => toServiceFailure(host, base, failure)
  const onWait = (seconds: number) =>
    progress.say(`The service is busy. Trying again in ${seconds} s; Ctrl-C ends it.`)
  async function ask<Result>(send: () => Promise<{ kind: 'result'; result: Result } | RequestFailure>) {
    const answer = await withRetry(send, { signal, onWait })
    if (answer.kind === 'result') return answer.result
    throw await toFailure(answer)
  }
  return {
    ...{ base, site, clients, toFailure },
    shell: createServiceShellClient(base, host),
    compile: (request) => ask(() => clients.compileClient.compile(request, signal)),
    inspect: (request) => ask(() => clients.inspectClient.inspect(request, signal)),
    format: (request) => ask(() => requestFormat(base, request, { signal, fetch })),
    async boot(request, onEvent) {
      const send = () => clients.bootClient.boot(request, onEvent, signal)
      const answer = await withRetry<BootAnswer>(send, { signal, onWait })
      if (answer.kind === 'cut off') throw cutOff(base)
      if (answer.kind === 'no result') throw await toFailure(answer.failure)
    },
    get: (path) => getJson(host, site, path),
  }
}

function cutOff(base: string): CommandFailure {
  return new CommandFailure(
    `The connection to ${base} broke before the kernel was done. Give the command again.`,
    exitCodes.unreachable,
  )
}

function toBase(address: string): string {
  const url = URL.parse(address)
  if (url && /^https?:$/.test(url.protocol)) return url.href.replace(/\/+$/, '')
  throw wrongUse(`«${address}» is no address of a service. Write one such as ${local}.`)
}

async function getJson({ fetch, signal }: Host, site: string, path: string): Promise<unknown> {
  const response = await fetch(site + path, { signal }).catch(() => undefined)
  signal.throwIfAborted()
  if (!response) throw await toServiceFailure({ fetch, signal }, site, { kind: 'unreachable', retryAfter: 1 })
  if (response.status === 404) return undefined
  const value: unknown = response.ok ? await response.json().catch(() => undefined) : undefined
  signal.throwIfAborted()
  if (value === undefined) throw await toServiceFailure({ fetch, signal }, site, { kind: 'outdated' })
  return value
}

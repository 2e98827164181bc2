import { join } from 'node:path'
import { pino, type Logger } from 'pino'
import type { StageStatus } from '#protocol/status.ts'
import { byVariant } from '#protocol/variants.ts'
import { createBubblewrapSandbox } from '#service/bubblewrap/bubblewrap.ts'
import { describeGaps, readIsolation } from '#service/bubblewrap/isolation.ts'
import { type FileStore, openFileStore } from '#service/file-store.ts'
import type { Kernel } from '#service/kernel/kernel-environment.ts'
import { openKernel } from '#service/kernel/open-kernel.ts'
import { logCrashes } from '#service/crash-log.ts'
import { createHealth } from '#service/health.ts'
import { nodeStoreBytes, openPrograms } from '#service/programs/open-programs.ts'
import { createService } from '#service/service.ts'
import type { Settings } from '#service/settings.ts'
import { cacheFolder } from '#service/toolroom/cache-folder.ts'
import { kernels } from '#service/toolroom/kernel/recipes.ts'
import { openToolroom, type Toolroom } from '#service/toolroom/toolroom.ts'
import { prepareLater, prepareToolrooms } from './prepare-toolroom.ts'
import { toHealthChecks } from './to-health-checks.ts'

/** The service over the real toolroom, which only `prepare` makes. */
export interface OpenService {
  fetch: Fetch
  logger: Logger
  /** Answers `/metrics` alone, for a port of its own. */
  fetchMetrics: Fetch
  /** What the machine lacks to keep programs apart, for its owner. */
  gaps: string[]
  /** Settles when the toolroom is ready or cannot be had; then that is tried again from time to time. */
  prepare(): Promise<void>
  /** Tries all that the service runs, now and from time to time; `/readyz` and the log say what does not work. */
  watch(): void
  /** Ends each boot with an event that says that the service restarts. Call it before the server closes. */
  end(): void
}

/**
 * Nobody waits for whoever reads the log: it goes out in pieces, four times a second at least and when the process ends, and
 * what a reader who has stopped does not take in time is dropped.
 */
const log = { sync: false, minLength: 4096, periodicFlush: 250, maxLength: 4 * 1024 * 1024 }

type Fetch = ReturnType<typeof createService>['fetch']

/** Puts the service together; `site` is the folder of the built site, if it is to be served too. */
export function openService(settings: Settings, site?: string): OpenService {
  const toolroom = openToolroom()
  const rooms = byVariant((variant) => openToolroom({ recipe: kernels[variant] }))
  const remote = process.env.SERVICE_URL
  // A terminal shows what its user asked for; who wants the log says so.
  const level = process.env.LOG_LEVEL ? settings.LOG_LEVEL : 'warn'
  const logger = pino({ level }, pino.destination(log))
  const programs =
    remote || settings.PLAYGROUND_API !== '1' ? undefined : openPrograms(toolroom.root, nodeStore())
  const isolation = remote ? undefined : readIsolation()
  logger.info({ isolation })
  logCrashes(logger)
  const all = [toolroom, ...Object.values(rooms)]
  const health = createHealth(remote ? [] : toHealthChecks(all, programs), logger)
  const closing = new AbortController()
  const service = createService({
    sandbox: createBubblewrapSandbox({ root: toolroom.root }),
    userspace: () => (remote ? compilesElsewhere(remote) : toPublicStatus(toolroom)),
    kernels: byVariant((variant) => openVariant(rooms[variant], remote)),
    ...{ settings, logger, ...(isolation && { isolation }), ...(programs && { programs }) },
    ...{ closing: closing.signal, checks: health.states },
    ...(site !== undefined && { site }),
  })
  return {
    fetch: service.fetch,
    logger,
    gaps: isolation ? describeGaps(isolation) : [],
    fetchMetrics: (request, env) => service.fetch(request, { ...env, port: 'metrics' }),
    prepare: () => (remote ? Promise.resolve() : prepare(all)),
    watch: () => void health.watch(),
    end: () => closing.abort(),
  }
}

function nodeStore(): FileStore {
  return openFileStore(join(cacheFolder(), 'node'), nodeStoreBytes)
}

function openVariant(room: Toolroom, remote: string | undefined): Kernel {
  const status = () => (remote ? compilesElsewhere(remote) : toPublicStatus(room))
  return openKernel({ root: room.root, status })
}

/** Why there is no toolroom is for its owner, in the terminal: it may name folders and gives advice. */
function toPublicStatus({ status, recipe: { kernel } }: Toolroom): StageStatus {
  const stage = status()
  if (stage.state !== 'unavailable') return stage
  const what = kernel ? `kernel (${kernel.variant})` : 'compilers'
  return {
    state: 'unavailable',
    reason: `This service has no ${what} now; its terminal says why.`,
    remedy: '',
  }
}

function compilesElsewhere(url: string): StageStatus {
  return {
    state: 'unavailable',
    reason: `This site compiles at ${url}.`,
    remedy: 'Unset SERVICE_URL to compile here.',
  }
}

async function prepare(toolrooms: Toolroom[]): Promise<void> {
  if (await prepareToolrooms(toolrooms)) return
  console.log('  Until then the site shows what was recorded of every lesson.')
  void prepareLater(() => prepareToolrooms(toolrooms))
}

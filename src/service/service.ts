import type { Logger } from 'pino'
import { apiVersion } from '#protocol/api-version.ts'
import type { Variant } from '#protocol/compile.ts'
import type { Isolation, Stage, StageStatus, Status } from '#protocol/status.ts'
import { byVariant } from '#protocol/variants.ts'
import { createAnswerCache } from './answer-cache.ts'
import type { ServiceApp } from './app-env.ts'
import { type AppParts, createApp } from './app.ts'
import { createBootQueue } from './boot-queue.ts'
import { createCachedCompile } from './cached-compile.ts'
import { createCachedInspect } from './cached-inspect.ts'
import { createCachedTrace } from './cached-trace.ts'
import { createCachedFormat } from './cached-format.ts'
import { createCachedRunner } from './cached-runner.ts'
import { createGuests, type GuestContext } from './guests/guests.ts'
import type { CheckState } from './health.ts'
import type { Kernel } from './kernel/kernel-environment.ts'
import { createMetrics } from './metrics.ts'
import { createFindOEmbed } from './oembed.ts'
import type { ProgramEnvironment } from './programs/run-program.ts'
import { createQueue } from './queue.ts'
import { createQueuedBoot } from './queued-boot.ts'
import { createQueuedShell } from './queued-shell.ts'
import type { Sandbox } from './sandbox.ts'
import { isPublic, type Settings } from './settings.ts'

/** What the service works with. */
export interface ServiceParts {
  /** Is asked only while the stage is ready. */
  sandbox: Sandbox
  /** How far the toolroom is, at the moment of asking. */
  userspace: () => StageStatus
  kernels: Record<Variant, Kernel>
  settings: Settings
  logger: Logger
  /** What was found when the service was last tried; nothing is, if this is not given. */
  checks?: () => Record<string, CheckState>
  /** How programs are kept apart; undefined where none are run. */
  isolation?: Isolation
  /** Where programs of other courses run; no other course is served if this is not given, or the settings do not say so. */
  programs?: ProgramEnvironment
  /** Fires when the service is about to end; never, if none is given. */
  closing?: AbortSignal
  /** Folder of the built site, if it is served from here. */
  site?: string
}

/** Puts the service together as an app: routes before a cache, queues and the sandbox. */
export function createService(parts: ServiceParts): ServiceApp {
  const { settings, logger } = parts
  const site = toSite(parts)
  const limit = settings.QUEUE_LIMIT
  const queue = createQueue({ concurrency: settings.JOBS, limit, tasksPerSecond: 8 })
  const boots = createBootQueue({ concurrency: settings.BOOTS, perClient: settings.BOOTS_PER_CLIENT, limit })
  const cache = createAnswerCache(settings.CACHE_MEGABYTES)
  const metrics = createMetrics({
    running: () => queue.running,
    waiting: () => queue.waiting,
    bootsRunning: () => boots.running,
    bootsWaiting: () => boots.waiting,
    cacheBytes: () => cache.size,
  })
  const context = { ...parts, queue, boots, cache, metrics, runCached: createCachedRunner(cache, queue) }
  return createApp({
    compile: createCachedCompile(context),
    trace: createCachedTrace(context),
    format: createCachedFormat(context),
    boot: createQueuedBoot(context),
    shell: createQueuedShell(context),
    inspect: createCachedInspect(context),
    status: () => toStatus(parts),
    checks: () => parts.checks?.() ?? {},
    metrics,
    showsMetrics: settings.METRICS_PORT === undefined && !isPublic(settings),
    logger,
    closing: parts.closing ?? new AbortController().signal,
    limits: {
      rateLimit: settings.RATE_LIMIT,
      bootRateLimit: settings.BOOT_RATE_LIMIT,
      trustProxy: settings.TRUST_PROXY,
      proxyAddresses: settings.PROXY_ADDRESSES,
    },
    corsOrigin: settings.CORS_ORIGIN,
    ...toGuests(context),
    findOEmbed: createFindOEmbed(site),
    ...(site && { site }),
  })
}

function toSite({ site, settings }: ServiceParts): AppParts['site'] {
  return site === undefined ? undefined : { folder: site, frameAncestors: settings.FRAME_ANCESTORS }
}

function toGuests({ programs, settings, ...context }: GuestParts): Pick<AppParts, 'guests'> {
  if (!programs || settings.PLAYGROUND_API !== '1') return {}
  const limits = { concurrency: settings.PLAYGROUND_JOBS, limit: settings.QUEUE_LIMIT }
  const guests = createGuests({ ...context, programs, limits })
  return {
    guests: { guests, origins: settings.PLAYGROUND_ORIGINS, rateLimit: settings.PLAYGROUND_RATE_LIMIT },
  }
}

type GuestParts = Omit<GuestContext, 'programs' | 'limits'> & Pick<ServiceParts, 'programs' | 'settings'>

function toStatus({ userspace, kernels, checks, isolation }: ServiceParts): Status {
  const found = checks?.() ?? {}
  const toStage = (name: Stage, stage: StageStatus): StageStatus => {
    const isDegraded = stage.state === 'ready' && (found[name] === 'failed' || found.sandbox === 'failed')
    return isDegraded ? { ...stage, degraded: 'Its last self-test failed.' } : stage
  }
  return {
    userspace: toStage('userspace', userspace()),
    ...byVariant((variant) => toStage(variant, kernels[variant].status())),
    version: apiVersion,
    ...(isolation && { isolation }),
  }
}

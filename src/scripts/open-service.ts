import { pino } from 'pino'
import type { StageStatus } from '#protocol/status.ts'
import { byVariant } from '#protocol/variants.ts'
import { createBubblewrapSandbox } from '#service/bubblewrap/bubblewrap.ts'
import { hasMemoryGroups } from '#service/bubblewrap/memory-group.ts'
import type { Kernel } from '#service/kernel/kernel-environment.ts'
import { openKernel } from '#service/kernel/open-kernel.ts'
import { createService } from '#service/service.ts'
import type { Settings } from '#service/settings.ts'
import { kernels } from '#service/toolroom/kernel/recipes.ts'
import { openToolroom, type Toolroom } from '#service/toolroom/toolroom.ts'
import { prepareToolrooms } from './prepare-toolroom.ts'

/** The service over the real toolroom, which it prepares when told to. */
export interface OpenService {
  fetch: ReturnType<typeof createService>['fetch']
  /** Settles when the toolroom is ready or cannot be had. */
  prepare(): Promise<void>
  /** Ends each boot with an event that says that the service restarts. Call it before the server closes. */
  end(): void
}

/** Puts the service together; `site` is the folder of the built site, if it is to be served too. */
export function openService(settings: Settings, site?: string): OpenService {
  const toolroom = openToolroom()
  const rooms = byVariant((variant) => openToolroom({ recipe: kernels[variant] }))
  const remote = process.env.SERVICE_URL
  // A terminal shows what its user asked for; who wants the log says so.
  const logger = pino({ level: process.env.LOG_LEVEL ? settings.LOG_LEVEL : 'warn' })
  logger.info({ memoryOfMachines: hasMemoryGroups() ? 'held by a control group' : 'watched' })
  const closing = new AbortController()
  const service = createService({
    sandbox: createBubblewrapSandbox({ root: toolroom.root }),
    userspace: () => (remote ? compilesElsewhere(remote) : toolroom.status()),
    kernels: byVariant((variant) => openVariant(rooms[variant], remote)),
    ...{ settings, logger },
    closing: closing.signal,
    ...(site !== undefined && { site }),
  })
  const all = [toolroom, ...Object.values(rooms)]
  return {
    fetch: service.fetch,
    prepare: () => (remote ? Promise.resolve() : prepare(all)),
    end: () => closing.abort(),
  }
}

function openVariant({ root, status }: Toolroom, remote: string | undefined): Kernel {
  return openKernel({ root, status: () => (remote ? compilesElsewhere(remote) : status()) })
}

function compilesElsewhere(url: string): StageStatus {
  return {
    state: 'unavailable',
    reason: `This site compiles at ${url}.`,
    remedy: 'Unset SERVICE_URL to compile here.',
  }
}

async function prepare(toolrooms: Toolroom[]): Promise<void> {
  if (!(await prepareToolrooms(toolrooms))) {
    console.log('  Until then the site shows what was recorded of every lesson.')
  }
}

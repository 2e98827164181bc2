import { pino } from 'pino'
import type { StageStatus } from '#protocol/status.ts'
import { createBubblewrapSandbox } from '#service/bubblewrap.ts'
import { createService } from '#service/service.ts'
import type { Settings } from '#service/settings.ts'
import { openToolroom, type Toolroom } from '#service/toolroom/toolroom.ts'
import { prepareToolroom } from './prepare-toolroom.ts'

/** The service over the real toolroom, which it prepares when told to. */
export interface OpenService {
  fetch: ReturnType<typeof createService>['fetch']
  /** Settles when the toolroom is ready or cannot be had. */
  prepare(): Promise<void>
}

/** Puts the service together; `site` is the folder of the built site, if it is to be served too. */
export function openService(settings: Settings, site?: string): OpenService {
  const toolroom = openToolroom()
  const remote = process.env.SERVICE_URL
  // A terminal shows what its user asked for; who wants the log says so.
  const logger = pino({ level: process.env.LOG_LEVEL ? settings.LOG_LEVEL : 'warn' })
  const service = createService({
    sandbox: createBubblewrapSandbox({ root: toolroom.root }),
    userspace: () => (remote ? compilesElsewhere(remote) : toolroom.status()),
    settings,
    logger,
    ...(site !== undefined && { site }),
  })
  return { fetch: service.fetch, prepare: () => (remote ? Promise.resolve() : prepare(toolroom)) }
}

function compilesElsewhere(url: string): StageStatus {
  return {
    state: 'unavailable',
    reason: `This site compiles at ${url}.`,
    remedy: 'Unset SERVICE_URL to compile here.',
  }
}

async function prepare(toolroom: Toolroom): Promise<void> {
  const status = await prepareToolroom(toolroom)
  if (status.state === 'unavailable') {
    console.log('  Until then the site shows what was recorded of every lesson.')
  }
}

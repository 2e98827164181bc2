import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { createBubblewrapSandbox } from '#service/bubblewrap/bubblewrap.ts'
import { createService } from '#service/service.ts'
import { readSettings } from '#service/settings.ts'
import { startServer } from '#service/start-server.ts'
import { openToolroom } from '#service/toolroom/toolroom.ts'
import { root } from '#scripts/root.ts'
import { openRealKernels } from '../service/kernel/real-kernel.ts'

interface ServeOptions {
  port?: number
  /** Settings of the service, as the environment gives them. */
  environment?: Record<string, string>
}

/** The built site with the real service, toolroom and kernels behind it, on a free port. */
export async function serveCourse({ port = 0, environment = {} }: ServeOptions = {}) {
  const site = join(root, 'dist')
  if (!existsSync(join(site, 'index.html'))) throw new Error('There is no dist/. Run «npm run build» first.')
  const toolroom = openToolroom()
  const status = await toolroom.make()
  if (status.state !== 'ready')
    throw new Error(`The toolroom is ${status.state}. Run «npm run toolroom -- make».`)
  const app = createService({
    sandbox: createBubblewrapSandbox({ root: toolroom.root }),
    userspace: toolroom.status,
    kernels: await openRealKernels(),
    settings: readSettings({ LOG_LEVEL: 'silent', ...environment }),
    logger: pino({ level: 'silent' }),
    site,
  })
  return startServer({ fetch: app.fetch, port, host: '127.0.0.1', gracePeriod: 200 })
}

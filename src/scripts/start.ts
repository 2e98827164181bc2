import { startServer } from '#service/start-server.ts'
import { readSettings, type Settings } from '#service/settings.ts'
import { buildSite, dist, isSiteFresh } from './build-site.ts'
import { openService } from './open-service.ts'
import { tryPort } from './try-port.ts'
import { tellAndExit } from './tell-and-exit.ts'

try {
  await start(readSettings(process.env))
} catch (error) {
  tellAndExit(error)
}

async function start(settings: Settings): Promise<void> {
  await tryPort(settings)
  if (!(await isSiteFresh())) await build()
  const service = openService(settings, dist)
  const server = await startServer({ fetch: service.fetch, port: settings.PORT, host: settings.HOST })
  console.log(`No Oops is at ${server.url}`)
  endOnSignal(() => (service.end(), server.close()))
  await service.prepare()
}

async function build(): Promise<void> {
  console.log('Building the site (half a minute) …')
  if (!(await buildSite({ quiet: true }))) {
    console.error('The site could not be built; the reason is above.')
    process.exit(1)
  }
}

/** What the toolroom runs ends with this process. */
function endOnSignal(close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void close().finally(() => process.exit(0)))
  }
}

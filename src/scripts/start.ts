import { type RunningServer, startServer } from '#service/start-server.ts'
import { readSettings, type Settings } from '#service/settings.ts'
import { buildSite, dist, isSiteFresh } from './build-site.ts'
import { type OpenService, openService } from './open-service.ts'
import { runMain } from './run-script.ts'
import { ScriptError } from './script-error.ts'
import { tryPort } from './try-port.ts'

const usage = `Usage: npm start

Builds the site unless it is there, serves the course, and makes the toolroom meanwhile.

Settings in the environment: PORT, HOST, and the others of src/service/settings.ts`

await runMain({
  usage,
  run: (words) => (words.length === 0 ? start(readSettings(process.env)) : undefined),
})

async function start(settings: Settings): Promise<number> {
  await tryPort(settings)
  if (!(await isSiteFresh())) await build()
  const service = openService(settings, dist)
  const server = await startServer({ fetch: service.fetch, port: settings.PORT, host: settings.HOST })
  console.log(`No Oops is at ${server.url}`)
  const metrics = await startMetrics(service, settings)
  endOnSignal(async () => {
    service.end()
    await Promise.all([server.close(), metrics?.close()])
  })
  const prepared = service.prepare()
  service.watch()
  await prepared
  return 0
}

async function startMetrics(
  { fetchMetrics }: OpenService,
  { METRICS_PORT, METRICS_HOST }: Settings,
): Promise<RunningServer | undefined> {
  if (METRICS_PORT === undefined) return undefined
  return startServer({ fetch: fetchMetrics, port: METRICS_PORT, host: METRICS_HOST })
}

async function build(): Promise<void> {
  console.log('Building the site (half a minute) …')
  if (!(await buildSite({ quiet: true })))
    throw new ScriptError('The site could not be built; the reason is above.')
}

/** What the toolroom runs ends with this process. */
function endOnSignal(close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void close().finally(() => process.exit(0)))
  }
}

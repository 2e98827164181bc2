import { comeBeforeSandboxes } from '#service/bubblewrap/priority.ts'
import { mostConnections } from '#service/limit-connections.ts'
import { type RunningServer, startServer } from '#service/start-server.ts'
import { readSettings, type Settings } from '#service/settings.ts'
import { dist } from './build-site.ts'
import { endProcess } from './end-process.ts'
import { guardProcess } from './guard-process.ts'
import { type OpenService, openService } from './open-service.ts'
import { runMain } from './run-script.ts'

const usage = 'Usage: npm start, which runs this in a process of its own and starts another one if it ends'

await runMain({
  usage,
  run: (words) => (words.length === 0 ? serve(readSettings(process.env)) : undefined),
})

/** Serves the course, and says where to the process that started this one. */
async function serve(settings: Settings): Promise<number> {
  comeBeforeSandboxes()
  const service = openService(settings, dist)
  const server = await startCourse(service, settings)
  const metrics = await startMetrics(service, settings)
  const close = async (): Promise<void> => {
    service.end()
    await Promise.all([server.close(), metrics?.close()])
  }
  endWithStart(() => void close().finally(() => endProcess(service.logger, 0)))
  guardProcess(close, service.logger)
  process.send?.(server.url)
  for (const gap of service.gaps) console.warn(`Take care: ${gap}`)
  const prepared = service.prepare()
  service.watch()
  await prepared
  return 0
}

/** A proxy holds the connections of all clients. */
function startCourse({ fetch }: OpenService, { PORT, HOST, TRUST_PROXY }: Settings): Promise<RunningServer> {
  const perClient = Math.ceil(mostConnections() / 4)
  return startServer({ fetch, port: PORT, host: HOST, connections: TRUST_PROXY > 0 ? {} : { perClient } })
}

async function startMetrics(
  { fetchMetrics }: OpenService,
  { METRICS_PORT, METRICS_HOST }: Settings,
): Promise<RunningServer | undefined> {
  if (METRICS_PORT === undefined) return undefined
  return startServer({ fetch: fetchMetrics, port: METRICS_PORT, host: METRICS_HOST })
}

/** What the toolroom runs ends with this process. */
function endWithStart(end: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
  process.on('disconnect', end)
}

import { comeBeforeSandboxes } from '#service/bubblewrap/priority.ts'
import { readSettings } from '#service/settings.ts'
import { startServer } from '#service/start-server.ts'
import { dist } from '../build-site.ts'
import { openService } from '../open-service.ts'

/** The service as `npm start` has it, in a process of its own; it ends with the one that started it. */
comeBeforeSandboxes()
const settings = readSettings({ ...process.env, PORT: '0', RATE_LIMIT: '0', BOOT_RATE_LIMIT: '0' })
const service = openService(settings, dist)
await service.prepare()
const server = await startServer({ fetch: service.fetch, port: 0, host: '127.0.0.1', gracePeriod: 200 })
process.send?.(server.url)
process.on('disconnect', () => void server.close().finally(() => process.exit(0)))

import { dev } from 'astro'
import { readSettings, type Settings } from '#service/settings.ts'
import { startServer } from '#service/start-server.ts'
import { openService } from './open-service.ts'
import { root } from './root.ts'
import { tellAndExit } from './tell-and-exit.ts'

try {
  await start(readSettings(process.env))
} catch (error) {
  tellAndExit(error)
}

/** Astro with hot reload; what goes to /api it hands to the service, on a port of its own. */
async function start({ PORT: port, ...settings }: Settings): Promise<void> {
  const service = openService({ ...settings, PORT: 0 })
  const api = await startServer({ fetch: service.fetch, port: 0, host: '127.0.0.1' })
  const target = api.url.replace('localhost', '127.0.0.1')
  await dev({ root, server: { port, host: settings.HOST }, vite: { server: { proxy: { '/api': target } } } })
  await service.prepare()
}

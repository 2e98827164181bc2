import { getRequestListener } from '@hono/node-server'
import { type AstroInlineConfig, dev } from 'astro'
import { readSettings, type Settings } from '#service/settings.ts'
import { openService } from './open-service.ts'
import { root } from './root.ts'
import { runMain } from './run-script.ts'
import { tryPort } from './try-port.ts'

const usage = `Usage: npm run dev

Serves the course with hot reload, and the service with it.

Settings in the environment: PORT, HOST, and the others of src/service/settings.ts`

await runMain({
  usage,
  run: (words) => (words.length === 0 ? start(readSettings(process.env)) : undefined),
})

/** Astro with hot reload, and the service on the same port. */
async function start(settings: Settings): Promise<number> {
  await tryPort(settings)
  const service = openService(settings)
  const attachment = attach(service.fetch)
  const server = { port: settings.PORT, host: settings.HOST }
  await dev({ root, server, vite: { plugins: [attachment.plugin] } })
  attachment.toFront()
  await service.prepare()
  return 0
}

type VitePlugin = Extract<
  NonNullable<NonNullable<AstroInlineConfig['vite']>['plugins']>[number],
  { name: string }
>

/** Lets the service answer for /api, before Astro asks for a slash at the end of every address. */
function attach(fetch: Parameters<typeof getRequestListener>[0]) {
  const listener = getRequestListener(fetch)
  let toFront = () => {}
  const plugin: VitePlugin = {
    name: 'service',
    configureServer({ middlewares }) {
      toFront = () => {
        middlewares.use((request, response, next) => {
          if (request.url?.startsWith('/api/')) void listener(request, response)
          else next()
        })
        middlewares.stack.unshift(middlewares.stack.pop()!)
      }
    },
  }
  return { plugin, toFront: () => toFront() }
}

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sirv from 'sirv'

/** Serves a built site below a path of a free port as any file server does: without a service, and with no header of ours. */
export async function serveFiles(folder: string, base: string) {
  const files = sirv(folder, { dev: true })
  const server = createServer((request, response) => {
    const missing = async () => {
      const page = await readFile(join(folder, '404.html'))
      response.writeHead(request.method === 'GET' ? 404 : 405, { 'Content-Type': 'text/html' }).end(page)
    }
    if (request.method !== 'GET' || !request.url!.startsWith(base)) return void missing()
    request.url = request.url!.slice(base.length - 1)
    files(request, response, () => void missing())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Settings } from '#service/settings.ts'

/** Listens on the port for a moment: rejects with the system's error before the work of a start, not after it. */
export async function tryPort({ PORT: port, HOST: host }: Settings): Promise<void> {
  const server = createServer().listen(port, host)
  await once(server, 'listening')
  server.close()
  await once(server, 'close')
}

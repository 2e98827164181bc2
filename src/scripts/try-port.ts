import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Settings } from '#service/settings.ts'

/** Rejects with the system's error if the port is taken: before the work of a start, not after. */
export async function tryPort({ PORT: port, HOST: host }: Settings): Promise<void> {
  const server = createServer().listen(port, host)
  await once(server, 'listening')
  server.close()
  await once(server, 'close')
}

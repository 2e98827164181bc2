import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

/** The service as it is started, with a log that nobody reads. */
let service: ChildProcess
let url: string

beforeAll(async () => {
  const script = fileURLToPath(import.meta.resolve('#scripts/serve.ts'))
  const env = { ...process.env, PORT: '0', LOG_LEVEL: 'info' }
  const node = ['--disable-warning=ExperimentalWarning', script]
  service = spawn(process.execPath, node, { env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  ;[url] = (await once(service, 'message')) as [string]
})

afterAll(() => service.kill('SIGKILL'))

it('a reader of the log who stops keeps no client waiting', async () => {
  for (let round = 0; round < 60; round++) await Promise.all(Array.from({ length: 100 }, askForLongPath))
  const waits = []
  for (let count = 0; count < 20; count++) waits.push(await timeHealth())
  expect(Math.max(...waits)).toBeLessThan(1000)
})

it('a service whose log nobody reads ends when it is told to', async () => {
  service.kill('SIGTERM')
  const ended = await Promise.race([once(service, 'exit'), sleep(8000)])
  expect(ended, 'it ended').toBeDefined()
})

/** Each is a line of 2 kB in the log: all together more than a pipe and the service's own memory for them hold. */
async function askForLongPath(): Promise<void> {
  const answer = await fetch(`${url}/${'x'.repeat(2000)}`, { signal: AbortSignal.timeout(10_000) })
  await answer.arrayBuffer()
}

async function timeHealth(): Promise<number> {
  const began = performance.now()
  const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(10_000) })
  await answer.text()
  return performance.now() - began
}

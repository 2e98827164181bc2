import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BootRequest } from '#protocol/boot.ts'
import type { RunningServer } from '#service/start-server.ts'
import { kernelTimeout, openRealKernel } from '../service/kernel/real-kernel.ts'
import { openRealService } from '../service/real-service.ts'

let server: RunningServer

beforeAll(async () => {
  const environment = { BOOTS: '2', TRUST_PROXY: '1', BOOT_RATE_LIMIT: '60' }
  server = await openRealService(environment, { kasan: await openRealKernel() })
}, kernelTimeout)

afterAll(() => server.close())

it('Fifty endless boots of one client do not keep another from booting at once', async () => {
  const gone = new AbortController()
  const attack = Array.from({ length: 50 }, () => boot('192.0.2.1', 'endless-init.c', gone.signal))
  for (const answer of await Promise.all(attack)) expect(answer.status).toBe(200)
  const started = performance.now()
  const text = await (await boot('198.51.100.7', 'harmless.c')).text()
  expect(performance.now() - started).toBeLessThan(10_000)
  expect(text).toContain('"verdict":"clean"')
  expect(text).not.toContain('"waiting"')
  gone.abort()
})

function boot(client: string, module: string, signal?: AbortSignal): Promise<Response> {
  const read = (name: string) => readFileSync(new URL(`modules/${name}`, import.meta.url), 'utf8')
  const files = { 'driver.c': read(module), 'raw.h': read('raw.h') }
  const request: BootRequest = { language: 'c', variant: 'kasan', files, script: 'insmod driver.ko' }
  const headers = { 'Content-Type': 'application/json', 'X-Forwarded-For': client }
  const body = JSON.stringify(request)
  return fetch(`${server.url}/api/boot`, { method: 'POST', headers, body, ...(signal && { signal }) })
}

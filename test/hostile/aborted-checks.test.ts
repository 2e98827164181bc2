import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CompileRequest } from '#protocol/compile.ts'
import { kernelTimeout, openRealRoom } from '../service/kernel/real-kernel.ts'
import { post } from '../service/test-service.ts'
import { countDescendants } from './children.ts'
import { serveAs, serviceUsers, type ServedReal } from './serve-as.ts'

const jobs = 2
const attempts = 40
let server: ServedReal
let usual: number

beforeAll(() => openRealRoom('kasan'), kernelTimeout)

describe.each(serviceUsers)(
  'a service of %s: checks of ever new headers that are aborted at once',
  (user) => {
    beforeAll(async () => {
      server = await serveAs(user, { environment: { JOBS: `${jobs}` }, hasKernel: true })
      usual = await time(() => check(toDriver('usual')))
    }, kernelTimeout)

    afterAll(() => server.end())

    it('cost the next reader nothing', async () => {
      await Promise.all(Array.from({ length: attempts }, (_, n) => abortedCheck(n + attempts)))
      expect(await time(() => check(toDriver('next')))).toBeLessThan(usual + 2000)
    })

    it('never run more compilers than there are places, and leave none', async () => {
      const most = watchMost(() => countDescendants('clang', server.pid))
      const sandboxes = watchMost(() => countDescendants('bwrap', server.pid))
      await Promise.all(Array.from({ length: attempts }, (_, n) => abortedCheck(n)))
      await sleep(500)
      expect(most.end()).toBeLessThanOrEqual(jobs)
      expect(sandboxes.end()).toBeLessThanOrEqual(jobs * processesOfOne)
      expect(countDescendants('clang', server.pid)).toBe(0)
    })

    it('keep nobody else waiting', async () => {
      const slowest = watchHealth()
      await Promise.all(Array.from({ length: 4 * attempts }, (_, n) => abortedCheck(n + 2 * attempts)))
      expect(await slowest.end()).toBeLessThan(2000)
    })

    it('free a place only when its process is gone', async () => {
      const client = new AbortController()
      const gone = check(toDriver('held'), client.signal).catch(() => 'gone')
      await expect
        .poll(() => countDescendants('clang', server.pid), { timeout: 10_000, interval: 5 })
        .toBeGreaterThan(0)
      client.abort()
      await gone
      await expect.poll(async () => (await readRunning()) === 0, { timeout: 5000, interval: 2 }).toBe(true)
      expect(countDescendants('clang', server.pid)).toBe(0)
    })
  },
)

/** bwrap outside, the first process in its namespace, and what will be the command. */
const processesOfOne = 3

async function abortedCheck(n: number): Promise<void> {
  await sleep(n * 5)
  const answer = check(toDriver(`${n}`), AbortSignal.timeout(120))
  await answer.catch(() => {})
}

async function check(request: CompileRequest, signal?: AbortSignal): Promise<void> {
  const response = await fetch(`${server.url}/api/compile`, post(request, signal))
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ outcome: 'accepted' })
}

/** No two have the same preamble. */
function toDriver(name: string): CompileRequest {
  const source = `#include <linux/module.h>\n#include <linux/slab.h>\n#define DRIVER "${name}"\nMODULE_LICENSE("GPL");\n`
  return { target: 'kernel', language: 'c', action: 'check', variant: 'kasan', files: { 'driver.c': source } }
}

function watchMost(count: () => number): { end(): number } {
  let most = 0
  const timer = setInterval(() => (most = Math.max(most, count())), 25)
  return { end: () => (clearInterval(timer), most) }
}

/** Milliseconds in which the service said at the latest that it lives. */
function watchHealth(): { end(): Promise<number> } {
  const over = new AbortController()
  let slowest = 0
  const watch = async (): Promise<void> => {
    while (!over.signal.aborted) {
      slowest = Math.max(slowest, await time(() => fetch(`${server.url}/healthz`)))
      await sleep(20)
    }
  }
  const watched = watch()
  return { end: () => (over.abort(), watched.then(() => slowest)) }
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

async function readRunning(): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text()
  return Number(/^no_oops_jobs_running (\d+)/m.exec(text)?.[1])
}

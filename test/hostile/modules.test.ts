import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BootEvent, BootRequest } from '#protocol/boot.ts'
import { consoleOf } from '#protocol/boot-events.ts'
import type { SourceFiles } from '#protocol/compile.ts'
import { openMachines } from '#service/boot/open-machines.ts'
import type { Kernel } from '#service/kernel/kernel-environment.ts'
import type { RunningServer } from '#service/start-server.ts'
import { bootWith } from '../service/boot/boot-with.ts'
import { kernelTimeout, openRealKernel, openRealRoom } from '../service/kernel/real-kernel.ts'
import { openRealService } from '../service/real-service.ts'
import { readDescendants } from './children.ts'
import { moduleExpectations, type ModuleExpectation } from './module-expectations.ts'

const secret = 'a-secret-of-the-service'
const harmless = { module: 'harmless.c', script: 'insmod driver.ko\nrmmod driver' }
let server: RunningServer

beforeAll(async () => {
  process.env.SECRET = secret
  server = await openRealService({ BOOTS: '2' }, { kasan: await openHurriedKernel() })
}, kernelTimeout)

afterAll(async () => {
  delete process.env.SECRET
  await server.close()
})

describe('a hostile module', () => {
  it.concurrent.each(moduleExpectations)(
    '$module: $danger',
    async (expectation) => {
      const events = await bootWith(server.url, toRequest(expectation))
      const console = consoleOf(events)
      expect(toEnd(events), console).toBeOneOf(expectation.ends)
      for (const words of expectation.says ?? []) expect(console).toMatch(words)
      for (const words of expectation.neverSays ?? []) expect(console).not.toMatch(words)
      for (const leak of [secret, 'root:x:', process.cwd()])
        expect(JSON.stringify(events)).not.toContain(leak)
    },
    // Those that run into a limit of time wait for each other.
    180_000,
  )
})

const asFixtures = [
  'includes-host-files.c',
  'reads-host-files.c',
  'writes-outside.c',
  'endless-init.c',
  'ends-at-once.c',
]

describe('a hostile fixture', () => {
  it.concurrent.each(asFixtures)(
    'is held as a module is: %s',
    async (module) => {
      const { ends, says = [] } = moduleExpectations.find((expectation) => expectation.module === module)!
      const attack = { 'attack.c': read(module), 'raw.h': read('raw.h') }
      const request = toRequest({ module: 'harmless.c', script: 'dmesg | tail -n 40' })
      const events = await bootWith(server.url, { ...request, fixtures: { attack } })
      const console = consoleOf(events)
      expect(toEnd(events), console).toBeOneOf(ends)
      for (const words of says) expect(console).toMatch(words)
      for (const leak of [secret, 'root:x:', process.cwd()])
        expect(JSON.stringify(events)).not.toContain(leak)
    },
    180_000,
  )
})

describe('after all of them', () => {
  it('nothing of them runs any more', async () => {
    await expect.poll(() => readDescendants()).not.toContain('bwrap')
    expect(orphansOf(['sleep 4444', 'uml-userspace', 'initrd=/work/initramfs'])).toEqual([])
    const metrics = await (await fetch(`${server.url}/metrics`)).text()
    expect(metrics).toContain('no_oops_boots_running 0')
    expect(metrics).toContain('no_oops_boots_waiting 0')
  })

  it('a good module boots as ever', async () => {
    const events = await bootWith(server.url, toRequest(harmless))
    expect(toEnd(events)).toBe('clean')
    expect(consoleOf(events)).toMatch(/is loaded\n(.*\n)*# rmmod driver\n.*is gone\n/)
  })
})

describe('a client that hangs up', () => {
  it('ends its machine at once, and the next one is served', async () => {
    const client = new AbortController()
    const request = toRequest({ module: 'endless-init.c' })
    const onEvent = (event: BootEvent): void => {
      if (event.kind === 'console') client.abort()
    }
    await expect(bootWith(server.url, request, { signal: client.signal, onEvent })).rejects.toThrow()
    await expect.poll(() => readDescendants()).not.toContain('bwrap')
    expect(orphansOf(['uml-userspace', 'initrd=/work/initramfs'])).toEqual([])
    expect(toEnd(await bootWith(server.url, toRequest(harmless)))).toBe('clean')
  })
})

/** Its machines have the time that they usually have, not that of tests on a busy machine. */
async function openHurriedKernel(): Promise<Kernel> {
  const { status, environment } = await openRealKernel()
  const machines = openMachines(await openRealRoom())
  return { status, environment: () => ({ ...environment(), machines }) }
}

function toRequest({
  module,
  script = 'insmod driver.ko',
}: Partial<ModuleExpectation> & { module: string }): BootRequest {
  const language = module.endsWith('.rs') ? 'rust' : 'c'
  const files: SourceFiles =
    language === 'rust' ? { 'driver.rs': read(module) } : { 'driver.c': read(module), 'raw.h': read('raw.h') }
  return { language, variant: 'kasan', files, script }
}

function read(name: string): string {
  return readFileSync(new URL(`modules/${name}`, import.meta.url), 'utf8')
}

function toEnd(events: BootEvent[]): string {
  const last = events.at(-1)
  if (last?.kind === 'finished') return last.verdict
  return last?.kind === 'stopped' ? last.reason : `${last?.kind}`
}

/** Command lines with such words of processes whose parent has died. */
function orphansOf(words: string[]): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === 1)
    .map((pid) => readOf(pid, 'cmdline').replaceAll('\0', ' '))
    .filter((line) => words.some((word) => line.includes(word)))
}

function parentOf(pid: string): number {
  return Number(/^PPid:\s+(\d+)$/m.exec(readOf(pid, 'status'))?.[1])
}

/** Nothing of a process that has ended in between. */
function readOf(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

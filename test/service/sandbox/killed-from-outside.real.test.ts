import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { hasMemoryGroups } from '#service/bubblewrap/memory-group.ts'
import { processTree } from '#service/bubblewrap/process-tree.ts'
import { openSandbox } from './sandboxed.ts'

describe('a sandbox whose outer process is killed by others', () => {
  it.each([0, 1, 2, 4, 6, 8, 10, 15, 20, 30])(
    'while it is being set up, for %i ms, ends as well, and whoever waits for it is told',
    async (milliseconds) => {
      for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
        const name = `999.${milliseconds}${signal.length}`
        const job = openSandbox({ wallSeconds: 20 }).run({ command: ['busybox', 'sleep', name], files: {} })
        const ended = job.catch((error: Error) => error.name)
        const { outer, inner } = await findSandbox(process.pid)
        await sleep(milliseconds)
        // What is inside is late, as on a busy machine.
        send(inner, 'SIGSTOP')
        send(outer, signal)
        await sleep(20)
        send(inner, 'SIGCONT')
        expect(await Promise.race([ended, sleep(3000, 'nothing')])).toBe('SandboxBusy')
        expect(sleepersNamed(name)).toEqual([])
      }
    },
  )
})

describe('a sandbox of which others kill what is inside', () => {
  it.runIf(hasMemoryGroups()).each([
    ['its first process', (inner: number) => inner],
    ['its command', (inner: number) => childrenOf(inner)[0]!],
  ])('%s: whoever waits for it is told to come again', async (_, toVictim) => {
    const job = openSandbox().run({ command: ['busybox', 'sleep', '997'], files: {} })
    const ended = job.catch((error: Error) => error.name)
    const { inner } = await findSandbox(process.pid)
    await expect.poll(() => childrenOf(inner)).toHaveLength(1)
    send(toVictim(inner), 'SIGKILL')
    expect(await ended).toBe('SandboxBusy')
  })
})

describe('a sandbox of which others kill what sets it up', () => {
  it.each([0, 1, 2, 4, 8])(
    'after %i ms: whoever waits for it is told to come again',
    async (milliseconds) => {
      const job = openSandbox().run({ command: ['busybox', 'sleep', '997'], files: {} })
      const ended = job.catch((error: Error) => error.name)
      const { inner } = await findSandbox(process.pid)
      await sleep(milliseconds)
      send(inner, 'SIGKILL')
      expect(await ended).toBe('SandboxBusy')
    },
  )
})

describe('sandboxes of which others kill what has started them', () => {
  it.each([0, 2, 8, 100])(
    'after %i ms: all end, whoever waits is told to come again, and the next ones start',
    async (milliseconds) => {
      const name = `996.${milliseconds}`
      const run = (): Promise<unknown> =>
        openSandbox().run({ command: ['busybox', 'sleep', name], files: {} })
      const jobs = [run(), run(), run()].map((job) => job.catch((error: Error) => error.name))
      await findSandbox(process.pid)
      await sleep(milliseconds)
      for (const pid of childrenOf(process.pid)) if (isStarter(pid)) send(pid, 'SIGKILL')
      expect(await Promise.all(jobs)).toEqual(['SandboxBusy', 'SandboxBusy', 'SandboxBusy'])
      expect(sleepersNamed(name)).toEqual([])
      const next = openSandbox().run({ command: ['busybox', 'true'], files: {} })
      expect(await next).toMatchObject({ kind: 'exited', code: 0 })
    },
  )
})

it('what starts sandboxes and is stopped by others is replaced, and whoever waits is told to come again', async () => {
  const run = (): Promise<unknown> => openSandbox().run({ command: ['busybox', 'true'], files: {} })
  await run()
  const starters = childrenOf(process.pid).filter(isStarter)
  for (const pid of starters) send(pid, 'SIGSTOP')
  expect(await run().catch((error: Error) => error.name)).toBe('SandboxBusy')
  expect(await run()).toMatchObject({ kind: 'exited', code: 0 })
  for (const pid of starters) send(pid, 'SIGKILL')
})

describe('a sandbox whose service is killed', () => {
  it.each([0, 1, 2, 4, 8, 16, 100])(
    'while it is being set up, for %i ms, ends as well',
    async (milliseconds) => {
      const name = `998.${milliseconds + 1}`
      const service = spawn(process.execPath, ['--no-warnings', script, name], { stdio: 'ignore' })
      const { inner } = await findSandbox(service.pid!)
      await sleep(milliseconds)
      send(inner, 'SIGSTOP')
      service.kill('SIGKILL')
      await once(service, 'exit')
      send(inner, 'SIGCONT')
      await expect.poll(() => sleepersNamed(name), { timeout: 3000 }).toEqual([])
    },
  )
})

const script = fileURLToPath(new URL('sleep-in-sandbox.ts', import.meta.url))

interface Found {
  /** The process of bwrap that was started for it. */
  outer: number
  /** The first process in its namespace, which sets it up. */
  inner: number
}

async function findSandbox(service: number): Promise<Found> {
  for (;;) {
    for (const outer of processTree(service)) {
      const [inner] = childrenOf(outer)
      if (inner !== undefined && commandOf(outer).startsWith('bwrap ')) return { outer, inner }
    }
    await setImmediate()
  }
}

function childrenOf(pid: number): number[] {
  return readOf(pid, `task/${pid}/children`).split(' ').filter(Boolean).map(Number)
}

function isStarter(pid: number): boolean {
  return commandOf(pid).includes('/starter-process.ts ')
}

/** What sleeps for so long, and what sets up a sandbox for it. */
function sleepersNamed(name: string): string[] {
  const commands = readdirSync('/proc').map(Number).filter(Boolean).map(commandOf)
  return commands.filter((command) => command.endsWith(`sleep ${name}`))
}

function commandOf(pid: number): string {
  return readOf(pid, 'cmdline').replaceAll('\0', ' ').trim()
}

/** Nothing of a process that has ended in between. */
function readOf(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended in between.
  }
}

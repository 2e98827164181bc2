import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { RunningServer } from '#service/start-server.ts'
import { kernelTimeout, openRealKernel } from '../service/kernel/real-kernel.ts'
import { openRealService } from '../service/real-service.ts'
import { openShell, type ShellClient } from '../service/shell/shell-client.ts'
import { readDescendants } from './children.ts'

vi.setConfig({ testTimeout: 120_000 })
let service: RunningServer
const open: ShellClient[] = []

beforeAll(async () => {
  service = await openRealService({ BOOTS: '3' }, { kasan: await openRealKernel('kasan') })
}, kernelTimeout)
afterEach(() => open.splice(0).forEach((shell) => shell.close()))
afterAll(() => service.close())

const driver = `#include <linux/module.h>
static int __init demo_init(void) { return 0; }
static void __exit demo_exit(void) { }
module_init(demo_init);
module_exit(demo_exit);
MODULE_LICENSE("GPL");
`

async function atPrompt(): Promise<ShellClient> {
  const request = {
    language: 'c',
    variant: 'kasan',
    files: { 'driver.c': driver },
    rows: 24,
    columns: 80,
  } as const
  const shell = await openShell(service.url, request)
  open.push(shell)
  await expect.poll(shell.output, { timeout: 60_000 }).toContain('~ # ')
  return shell
}

it('a flood of output ends its own shell, and says why', async () => {
  const shell = await atPrompt()
  shell.type('yes $(seq 200)\r')
  await expect.poll(() => shell.events.at(-1), { timeout: 60_000 }).toEqual({ kind: 'ended', why: 'output' })
  await expect.poll(() => readDescendants()).not.toContain('bwrap')
})

it('a flood of keys that nobody reads fills no memory, and others are served meanwhile', async () => {
  const shell = await atPrompt()
  shell.type('sleep 1000\r')
  const before = process.memoryUsage().rss
  for (let count = 0; count < 20_000; count++) shell.type('x'.repeat(4000))
  const answer = await fetch(new URL('/healthz', service.url))
  expect(answer.status).toBe(200)
  expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024)
})

it('a shell cannot get at the files of its sandbox’ host, its network, or more memory than it has', async () => {
  const shell = await atPrompt()
  shell.type(
    'mount -t hostfs none /mnt; ls /mnt /mnt/root /mnt/etc 2>&1 | tr "\\n" " "; echo done-$((1+1))\r',
  )
  await expect.poll(shell.output, { timeout: 30_000 }).toContain('done-2')
  expect(shell.output()).not.toMatch(/passwd|shadow|\.ssh/)
  shell.type('dd if=/dev/zero of=/tmp/x bs=1M count=2000; echo full-$((1+1))\r')
  await expect
    .poll(() => shell.output().includes('full-2') || shell.events.at(-1)?.kind === 'ended', {
      timeout: 60_000,
    })
    .toBe(true)
  expect((await fetch(new URL('/healthz', service.url))).status).toBe(200)
})

it('ending the service ends its shells', async () => {
  const other = await openRealService({ BOOTS: '3' }, { kasan: await openRealKernel('kasan') })
  const request = {
    language: 'c',
    variant: 'kasan',
    files: { 'driver.c': driver },
    rows: 24,
    columns: 80,
  } as const
  const shell = await openShell(other.url, request)
  await expect.poll(shell.output, { timeout: 60_000 }).toContain('~ # ')
  await other.close()
  await shell.closed
  await expect.poll(() => readDescendants(), { timeout: 20_000 }).not.toContain('bwrap')
})

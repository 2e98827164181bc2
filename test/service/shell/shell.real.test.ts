import { readFileSync } from 'node:fs'
import { expect, it, vi } from 'vitest'
import { openMachines, shellLimits } from '#service/boot/open-machines.ts'
import { readDescendants } from '../../hostile/children.ts'
import { openRealKernel, openRealRoom } from '../kernel/real-kernel.ts'
import { openRealService } from '../real-service.ts'
import { crashes, harmless, useRealShells } from './real-shell.ts'
import { openShell } from './shell-client.ts'

vi.setConfig({ testTimeout: 60_000 })
const { service, atPrompt, sees, reportsOf, requestOf } = useRealShells()

const source = (path: string): string =>
  readFileSync(new URL(`../kernel-log/cases/kasan/${path}`, import.meta.url), 'utf8')

it('is a terminal in a live kernel: echo, size, Ctrl-C, and an end when it is left', async () => {
  const shell = await atPrompt()
  expect(shell.events.map(({ kind }) => kind).slice(0, 2)).toEqual(['building', 'built'])
  expect(shell.output(), 'no word of what woke the machine').not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
  shell.type('tty; stty size\r')
  await sees(shell, '/dev/tty1\r\n24 80\r\n')
  shell.send({ kind: 'size', rows: 40, columns: 120 })
  await expect
    .poll(() => (shell.type('stty size\r'), shell.output()), { timeout: 10_000 })
    .toContain('40 120')
  shell.type('sleep 100\r')
  await sees(shell, 'sleep 100\r\n')
  shell.type('\u0003')
  shell.type('echo it is $?\r')
  await sees(shell, 'it is 130')
  shell.type('exit\r')
  expect(await shell.closed).toBe(1000)
  expect(shell.events.at(-1)).toEqual({ kind: 'ended', why: 'left' })
})

it('takes a long text that is pasted, and hears Ctrl-C after more than anybody reads', async () => {
  const shell = await atPrompt()
  for (let count = 0; count < 8; count++) shell.type(`echo ${'y'.repeat(700)} | wc -c\r`)
  shell.type('echo pasted-$((1+1))\r')
  await sees(shell, 'pasted-2')
  shell.type('sleep 1000\r')
  await sees(shell, 'sleep 1000\r\n')
  for (let count = 0; count < 20; count++) shell.type('x'.repeat(1000))
  shell.type('\u0003')
  shell.type('echo it is $?\r')
  await sees(shell, 'it is 130')
})

it('does what comes after more than a terminal holds, once that is read', async () => {
  const shell = await atPrompt()
  shell.type('sleep 5; echo slept-$((1+1))\r')
  await sees(shell, '+1))\r\n')
  for (let count = 0; count < 12; count++) shell.type(`: ${'z'.repeat(700)}\r`)
  shell.type('echo read-$((1+1))\r')
  await sees(shell, 'read-2')
  shell.type('echo awake-$((1+1))\r')
  await sees(shell, 'awake-2')
})

it('tells of a report on its line while the shell goes on, each once', async () => {
  const shell = await atPrompt(crashes)
  shell.type('insmod driver.ko\r')
  await expect.poll(() => reportsOf(shell).length, { timeout: 30_000 }).toBe(1)
  const { report } = reportsOf(shell)[0]!
  expect(report.title).toContain('slab-use-after-free')
  expect(report.spans.find(({ primary }) => primary)).toMatchObject({
    file: 'driver.c',
    start: { line: 11 },
  })
  shell.type('echo still here; rmmod driver\r')
  await sees(shell, '\r\nstill here\r\n')
  shell.type('exit\r')
  await shell.closed
  expect(reportsOf(shell)).toHaveLength(1)
})

it('ends with the kernel when that panics, and says so', async () => {
  const shell = await atPrompt(source('wild-pointer/driver.c'))
  shell.type('insmod driver.ko\r')
  await shell.closed
  expect(shell.events.at(-1)).toEqual({ kind: 'ended', why: 'panicked' })
})

it('ends when its time is over, whatever runs in it, and says so', async () => {
  const shells = openMachines(await openRealRoom('kasan'), { ...shellLimits, wallSeconds: 5 })
  const { status, environment } = await openRealKernel('kasan')
  const kasan = { status, environment: () => ({ ...environment(), shells }) }
  const short = await openRealService({}, { kasan })
  const shell = await openShell(short.url, requestOf(harmless))
  await sees(shell, '~ # ')
  shell.type('while true; do sleep 1; echo on; done\r')
  await sees(shell, 'on\r\n')
  await shell.closed
  expect(shell.events.at(-1)).toEqual({ kind: 'ended', why: 'time' })
  await short.close()
})

it('leaves nothing behind when its page is closed, at whatever moment', async () => {
  for (const milliseconds of [0, 50, 150, 400, 1000]) {
    const shell = await openShell(service().url, requestOf(harmless))
    await new Promise((resolve) => setTimeout(resolve, milliseconds))
    shell.close()
    await shell.closed
  }
  await expect.poll(() => readDescendants(), { timeout: 20_000 }).not.toContain('bwrap')
})

it('tells what is refused, and starts nothing', async () => {
  const shell = await openShell(service().url, requestOf('int x = ;\n'))
  await shell.closed
  expect(shell.events.at(-1)).toMatchObject({ kind: 'rejected' })
})

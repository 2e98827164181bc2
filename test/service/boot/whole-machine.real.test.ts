import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Limits } from '#service/bubblewrap/limits.ts'
import { startMachine, type Machine } from '#service/boot/machine.ts'
import { openMachines } from '#service/boot/open-machines.ts'
import { runScript } from '#service/boot/run-script.ts'
import { buildModule } from '#service/kernel/build-module.ts'
import type { KernelEnvironment } from '#service/kernel/kernel-environment.ts'
import { readDescendants } from '../../hostile/children.ts'
import { kernelTimeout, openRealEnvironment, openRealRoom } from '../kernel/real-kernel.ts'

let environment: KernelEnvironment
let root: string
const nothing = new Uint8Array()

beforeAll(async () => {
  root = await openRealRoom()
  environment = await openRealEnvironment()
}, kernelTimeout)

describe('a machine that waits', () => {
  it('longer than it may run still has all its time', async () => {
    const machine = start({ wallSeconds: 4 })
    await sleep(5000)
    const run = await runScript(machine, { module: nothing, script: 'echo here' })
    expect(run).toMatchObject({ end: 'off', console: expect.stringMatching(/^# echo here\nhere\n/) })
    expect(run.milliseconds).toBeLessThan(4000)
    await machine.end()
  }, 30_000)

  it('is stopped when it has run for as long as it may', async () => {
    const machine = start({ wallSeconds: 2 })
    const run = await runScript(machine, { module: nothing, script: 'sleep 20' })
    expect(run).toMatchObject({ end: { stopped: 'time' }, console: '# sleep 20\n' })
  }, 30_000)

  it('finds a driver of a megabyte just as it was sent, and nothing of the folder that it came by', async () => {
    const machine = start()
    const module = Buffer.alloc(1024 * 1024, 'driver')
    const script = 'wc -c driver.ko\ntail -c 6 driver.ko\nls /mnt\ngrep -c hostfs /proc/mounts'
    const { console } = await runScript(machine, { module, script })
    expect(console).toContain('\n1048576 driver.ko\n')
    expect(console).toContain('tail -c 6 driver.ko\n')
    expect(console).toContain('# ls /mnt\n# grep -c hostfs /proc/mounts\n0\n')
    await machine.end()
  }, 30_000)

  it('is ended without a trace, at whatever it is', async () => {
    for (const milliseconds of [0, 10, 30, 60, 100, 150, 250, 400]) {
      const waiting = start()
      await sleep(milliseconds)
      await waiting.end()
      await expect(waiting.over).rejects.toThrow('aborted')
      const running = start()
      const run = runScript(running, { module: nothing, script: 'sleep 0.1' }).catch(() => {})
      await sleep(milliseconds)
      await running.end()
      await run
      expect(readDescendants()).not.toContain('bwrap')
    }
  }, 60_000)
})

describe('what happens at power-off', () => {
  it('is still seen', async () => {
    const files = { 'driver.c': atPowerOff }
    const built = await buildModule(environment, { language: 'c', files })
    if (built.kind !== 'built') throw new Error(JSON.stringify(built))
    const machine = start()
    const { console } = await runScript(machine, { module: built.module, script: 'insmod driver.ko' })
    expect(console).toMatch(/BUG: KASAN: slab-use-after-free in at_power_off/)
    await machine.end()
  }, 30_000)

  it('is not what a script says of it', async () => {
    const machine = start()
    const script = 'cat /script > /dev/console\necho reboot: Power down\nsleep 0.2\necho later'
    const { console, end } = await runScript(machine, { module: nothing, script })
    expect(console).toMatch(/\nlater\n.*reboot: Power down\n$/)
    expect(end).toBe('off')
    await machine.end()
  }, 30_000)
})

function start(limits: Partial<Limits> = { wallSeconds: 60 }): Machine {
  return startMachine({ ...environment, machines: openMachines(root, limits) }, { onConsole: () => {} })
}

const atPowerOff = `#include <linux/module.h>
#include <linux/reboot.h>
#include <linux/slab.h>
static int *freed;
static int at_power_off(struct notifier_block *block, unsigned long event, void *data)
{
	return READ_ONCE(*freed) ? NOTIFY_DONE : NOTIFY_OK;
}
static struct notifier_block block = { .notifier_call = at_power_off };
static int __init start(void)
{
	freed = kzalloc(sizeof(*freed), GFP_KERNEL);
	kfree(freed);
	return register_reboot_notifier(&block);
}
module_init(start);
MODULE_DESCRIPTION("demo");
MODULE_LICENSE("GPL");
`

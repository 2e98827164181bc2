import { describe, expect, it } from 'vitest'
import { startMachine } from '#service/boot/machine.ts'
import { runScript, toParameters, type MachineRun } from '#service/boot/run-script.ts'
import { createFakeKernel } from '../kernel/fake-kernel.ts'
import { createFakeMachines, exited, type FakeMachine, type FakeScript } from './fake-machines.ts'

const crashed = { kind: 'stopped', reason: 'crash' } as const

describe('a machine', () => {
  it('that switches itself off has ended so, with all that its console showed', async () => {
    const console = ['# insmod driver.ko\r\n', '[    0.1] hello\r\n']
    const { run, told } = await runWith({ console, ended: exited })
    expect(run).toMatchObject({ end: 'off', console: '# insmod driver.ko\n[    0.1] hello\n' })
    expect(told.join('')).toBe(run.console)
  })

  it('is off when its kernel says so after the last word, however long its sandbox takes to end', async () => {
    const machines = createFakeMachines({
      console: ['# true\nword[ 0.2] reboot: Power down\r\n'],
      ended: exited,
    })
    const late = {
      ...machines,
      run: (...job: Parameters<typeof machines.run>) => machines.run(...job).then(never),
    }
    const machine = startMachine(
      { ...createFakeKernel('kasan').environment(), machines: late },
      { onConsole: () => {} },
    )
    const run = await runScript(machine, { module: Buffer.from(''), script: 'true' })
    expect(run).toMatchObject({ end: 'off', console: '# true\n[ 0.2] reboot: Power down\n' })
  })

  it('is not off because its driver or its script says so', async () => {
    const console = [
      '# echo reboot: Power down\n[ 0.1] reboot: Power down\n',
      'Kernel panic - not syncing: x\n',
    ]
    expect((await runWith({ console, ended: crashed })).run.end).toBe('panicked')
  })

  it('that dies at power-off has not switched itself off', async () => {
    const console = ['# true\nword', '[    0.1] Kernel panic - not syncing: Fatal exception\n']
    expect((await runWith({ console, ended: crashed })).run.end).toBe('panicked')
  })

  it('that dies of its last words has panicked', async () => {
    const console = ['[    0.1] Kernel panic - not syncing: Fatal exception\n']
    expect((await runWith({ console, ended: crashed })).run.end).toBe('panicked')
  })

  it('that dies without a word, or only prints the words, has not', async () => {
    expect((await runWith({ console: [], ended: crashed })).run.end).toEqual({ stopped: 'crash' })
    const console = ['Kernel panic - not syncing: not really\n']
    expect((await runWith({ console, ended: exited })).run.end).toBe('off')
  })

  it.each(['time', 'memory', 'output'] as const)('that runs out of %s is stopped', async (reason) => {
    const { run } = await runWith({ console: [], ended: { kind: 'stopped', reason } })
    expect(run.end).toEqual({ stopped: reason })
  })

  it('that dies before it waits is not waited for', async () => {
    const { run } = await runWith({ console: [], ended: crashed, isBroken: true })
    expect(run.end).toEqual({ stopped: 'crash' })
  })

  it('is an error of the service if there is none in the room', async () => {
    const ended = { ...exited, code: 127, stderr: 'setarch: failed to execute /usr/src/build/linux' }
    await expect(runWith({ console: [], ended, isBroken: true })).rejects.toThrow('no machine')
  })

  it('is given the module and the script when it waits, and is asked for nothing but the kernel', async () => {
    const { machine } = await runWith({ console: [], ended: exited })
    expect(machine.job.command).toContain('/usr/src/build/linux')
    expect(machine.job.files).toEqual({ initramfs: 'busybox and the first program' })
    for (const part of ['root/driver.ko', 'the module', "eval 'insmod driver.ko'"])
      expect(machine.parcel).toContain(part)
  })

  it('counts no time in which it waits', async () => {
    const machines = createFakeMachines()
    const machine = startMachine(
      { ...createFakeKernel('kasan').environment(), machines },
      { onConsole: () => {} },
    )
    await expect.poll(() => machines.started[0]!.state).toBe('waits')
    await new Promise((resolve) => setTimeout(resolve, 400))
    const { milliseconds } = await runScript(machine, { module: Buffer.from(''), script: '' })
    expect(milliseconds).toBeLessThan(300)
  })
})

describe('what a kernel is asked to watch', () => {
  it.each([
    ['insmod driver.ko\nrmmod driver', false],
    ['insmod driver.ko\nrmmod driver\ncat /sys/kernel/debug/kmemleak', true],
    ['# slab_debug=U\ninsmod driver.ko', true],
  ])('is where all was allocated only if a line asks for it: %j', (script, isAsked) => {
    expect(toParameters(script).includes('slab_debug=U')).toBe(isAsked)
  })
})

function never(): Promise<never> {
  return new Promise(() => {})
}

/** Runs a machine that does this when it was given what it waits for. */
async function runWith(
  script: FakeScript,
): Promise<{ run: MachineRun; told: string[]; machine: FakeMachine }> {
  const told: string[] = []
  const machines = createFakeMachines(script)
  const environment = { ...createFakeKernel('kasan').environment(), machines }
  const machine = startMachine(environment, { onConsole: (text) => told.push(text) })
  const run = await runScript(machine, { module: Buffer.from('the module'), script: 'insmod driver.ko' })
  return { run, told, machine: machines.started[0]! }
}

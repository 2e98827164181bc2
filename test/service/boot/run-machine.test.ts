import { describe, expect, it } from 'vitest'
import { runMachine, type MachineRun } from '#service/boot/run-machine.ts'
import type { KernelEnvironment } from '#service/kernel/kernel-environment.ts'
import type { JobResult, Job, Sandbox } from '#service/sandbox.ts'

const off = { kind: 'exited', code: 0, stdout: new Uint8Array(), stderr: '' } as const

describe('a machine', () => {
  it('that switches itself off has ended so, with all that its console showed', async () => {
    const { run, told } = await runWith({
      console: ['# insmod driver.ko\r\n', '[    0.1] hello\r\n'],
      ended: off,
    })
    expect(run).toMatchObject({ end: 'off', console: '# insmod driver.ko\n[    0.1] hello\n' })
    expect(told.join('')).toBe(run.console)
  })

  it('that dies of its last words has panicked', async () => {
    const console = ['[    0.1] Kernel panic - not syncing: Fatal exception\n']
    const crashed = { kind: 'stopped', reason: 'crash' } as const
    expect((await runWith({ console, ended: crashed })).run.end).toBe('panicked')
  })

  it('that dies without a word, or only prints the words, has not', async () => {
    const crashed = { kind: 'stopped', reason: 'crash' } as const
    expect((await runWith({ console: [], ended: crashed })).run.end).toEqual({ stopped: 'crash' })
    const console = ['Kernel panic - not syncing: not really\n']
    expect((await runWith({ console, ended: off })).run.end).toBe('off')
  })

  it.each(['time', 'memory', 'output'] as const)('that runs out of %s is stopped', async (reason) => {
    expect((await runWith({ console: [], ended: { kind: 'stopped', reason } })).run.end).toEqual({
      stopped: reason,
    })
  })

  it('is an error of the service if there is none in the room', async () => {
    const missing = { ...off, code: 127, stderr: 'setarch: failed to execute /usr/src/build/linux' }
    await expect(runWith({ console: [], ended: missing })).rejects.toThrow('no machine')
  })

  it('is given the module and the script, and is asked for nothing but the kernel', async () => {
    const { jobs } = await runWith({ console: [], ended: off })
    expect(jobs[0]!.command).toContain('/usr/src/build/linux')
    expect(Object.keys(jobs[0]!.files)).toEqual(['initramfs'])
    const archive = Buffer.from(jobs[0]!.files.initramfs as Uint8Array).toString('latin1')
    for (const part of ['root/driver.ko', 'the module', "run 'insmod driver.ko'", 'the busybox']) {
      expect(archive).toContain(part)
    }
  })

  it.each([
    ['insmod driver.ko\nrmmod driver', false],
    ['insmod driver.ko\nrmmod driver\ncat /sys/kernel/debug/kmemleak', true],
    ['# slab_debug=U\ninsmod driver.ko', true],
  ])('knows where all was allocated only if a line asks for it: %j', async (script, isAsked) => {
    const { jobs } = await runWith({ console: [], ended: off, script })
    expect(jobs[0]!.command.includes('slab_debug=U')).toBe(isAsked)
  })
})

interface Script {
  console: string[]
  ended: JobResult
  script?: string
}

/** Runs a machine that shows this and ends so. */
async function runWith({
  console,
  ended,
  script = 'insmod driver.ko',
}: Script): Promise<{ run: MachineRun; told: string[]; jobs: Job[] }> {
  const jobs: Job[] = []
  const told: string[] = []
  const machines: Sandbox = {
    run: async (job) => {
      jobs.push(job)
      for (const text of console) job.onStdout?.(Buffer.from(text))
      return ended
    },
  }
  const compilers: Sandbox = { run: async () => ({ ...off, stdout: Buffer.from('the busybox') }) }
  const environment = {
    room: { directory: '/usr/src/build' },
    compilers,
    machines,
  } as unknown as KernelEnvironment
  const cargo = { module: Buffer.from('the module'), script }
  const run = await runMachine(environment, { ...cargo, onConsole: (text) => told.push(text) })
  return { run, told, jobs }
}

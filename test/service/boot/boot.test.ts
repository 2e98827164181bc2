import { describe, expect, it } from 'vitest'
import type { BootEvent } from '#protocol/boot.ts'
import { consoleOf } from '#protocol/boot-events.ts'
import { boot } from '#service/boot/boot.ts'
import { MachineFailure } from '#service/boot/machine-failure.ts'
import { toElfFile } from '../kernel/elf-file.ts'
import { createFakeKernel } from '../kernel/fake-kernel.ts'
import { createFakeMachines, exited, type FakeScript } from './fake-machines.ts'

const request = {
  language: 'c',
  variant: 'kasan',
  files: { 'driver.c': 'int demo;' },
  script: 'insmod driver.ko',
} as const
const refused = { code: 1, stderr: "driver.c:1:1: error: unknown type name 'it'\n" }

describe('a boot', () => {
  it('starts its machine while the compiler is at work', async () => {
    const { machines, compilers, end } = begin()
    const job = await compilers.next()
    await expect.poll(() => machines.started.map(({ state }) => state)).toEqual(['waits'])
    expect(job.command.join(' ')).toContain('clang')
    await end()
  })

  it('ends a machine that waits when its driver is refused, and is over when that is gone', async () => {
    const { machines, compilers, events, over } = begin()
    const job = await compilers.next()
    await expect.poll(() => machines.started[0]?.state).toBe('waits')
    job.end(refused)
    await over
    expect(events.map(({ kind }) => kind)).toEqual(['building', 'rejected'])
    expect(machines.started[0]!.state).toBe('ended')
  })

  it('ends a machine that waits when the compiler takes too long', async () => {
    const { machines, compilers, events, over } = begin()
    ;(await compilers.next()).stop('time')
    await over
    expect(events.at(-1)).toEqual({ kind: 'stopped', reason: 'time' })
    expect(machines.started[0]!.state).toBe('ended')
  })

  it('that takes too long says in which line of the script, in its last event and on the console', async () => {
    const console = ['# insmod driver.ko\nstill']
    const { compilers, events, over } = begin({ console, ended: { kind: 'stopped', reason: 'time' } })
    ;(await compilers.next()).end({ stdout: moduleOfNothing() })
    await over
    expect(events.at(-1)).toEqual({
      ...{ kind: 'stopped', reason: 'time', milliseconds: expect.any(Number) },
      during: { line: 1, command: 'insmod driver.ko' },
    })
    expect(consoleOf(events)).toMatch(/still\n\[stopped after \d+ s in line 1: insmod driver\.ko\]\n$/)
  })

  it('ends all that it has started when its client has gone, whatever that is at', async () => {
    const building = begin()
    await building.compilers.next()
    await building.end()
    expect(building.compilers.jobs[0]!.aborted).toBe(true)
    expect(building.machines.started[0]!.state).toBe('ended')

    const running = begin({ console: [], ended: exited, isEndless: true })
    ;(await running.compilers.next()).end({ stdout: moduleOfNothing() })
    await expect.poll(() => running.machines.started[0]!.state).toBe('runs')
    await running.end()
    expect(running.machines.started[0]!.state).toBe('ended')
  })

  it('whose machine dies while the compiler is at work is the fault of the service, unless the driver is refused', async () => {
    const broken = { console: [], ended: { kind: 'stopped', reason: 'crash' }, isBroken: true } as const
    const [good, bad] = [begin(broken), begin(broken)]
    ;(await good.compilers.next()).end({ stdout: moduleOfNothing() })
    await expect(good.over).rejects.toThrow(MachineFailure)
    ;(await bad.compilers.next()).end(refused)
    await bad.over
    expect(bad.events.at(-1)).toMatchObject({ kind: 'rejected' })
  })
})

/** A linked file without code; it says that its licence is the GPL. */
function moduleOfNothing(): Uint8Array {
  const names = Buffer.from('\0.modinfo\0')
  const licence = Buffer.from('license=GPL\0')
  const sections = [{ type: 0 }, { name: 1, type: 1, bytes: licence }, { type: 3, bytes: names }]
  return toElfFile({ sections, names: 2 })
}

/** Begins a boot of which the test ends the compiler's job. */
function begin(script?: FakeScript) {
  const kernel = createFakeKernel('kasan')
  const machines = createFakeMachines(script)
  const client = new AbortController()
  const events: BootEvent[] = []
  const environment = { ...kernel.environment(), machines }
  const over = boot(environment, { ...request, signal: client.signal }, (event) => events.push(event))
  over.catch(() => {})
  return {
    ...{ machines, compilers: kernel.compilers, events, over },
    async end() {
      client.abort()
      await expect(over).rejects.toThrow('aborted')
    },
  }
}

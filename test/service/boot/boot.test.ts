import { describe, expect, it } from 'vitest'
import type { BootEvent } from '#protocol/boot.ts'
import { consoleOf } from '#protocol/boot-events.ts'
import { boot, type Boot } from '#service/boot/boot.ts'
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
    const { compilers, events, over } = begin({
      script: { console, ended: { kind: 'stopped', reason: 'time' } },
    })
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

    const running = begin({ script: { console: [], ended: exited, isEndless: true } })
    ;(await running.compilers.next()).end({ stdout: moduleOfNothing() })
    await expect.poll(() => running.machines.started[0]!.state).toBe('runs')
    await running.end()
    expect(running.machines.started[0]!.state).toBe('ended')
  })

  it('whose machine dies while the compiler is at work is the fault of the service, unless the driver is refused', async () => {
    const broken = { console: [], ended: { kind: 'stopped', reason: 'crash' }, isBroken: true } as const
    const [good, bad] = [begin({ script: broken }), begin({ script: broken })]
    ;(await good.compilers.next()).end({ stdout: moduleOfNothing() })
    await expect(good.over).rejects.toThrow(MachineFailure)
    ;(await bad.compilers.next()).end(refused)
    await bad.over
    expect(bad.events.at(-1)).toMatchObject({ kind: 'rejected' })
  })
})

describe('a boot of a driver that was seen before', () => {
  it('starts no machine if a compiler refuses the driver, unless it is built after all', async () => {
    const bad = begin({ boot: { isRefused: true } })
    ;(await bad.compilers.next()).end(refused)
    await bad.over
    expect(bad.machines.started).toEqual([])

    const good = begin({ boot: { isRefused: true } })
    const job = await good.compilers.next()
    expect(good.machines.started).toEqual([])
    job.end({ stdout: moduleOfNothing() })
    await good.over
    expect(good.events.at(-1)).toMatchObject({ kind: 'finished' })
  })

  it('builds it once, and starts no machine if that was refused', async () => {
    for (const [answer, machines] of [[{ stdout: moduleOfNothing() }, 2] as const, [refused, 1] as const]) {
      const first = begin()
      ;(await first.compilers.next()).end(answer)
      await first.over
      const again = boot(first.environment, request, (event) => first.events.push(event))
      await again
      expect(first.compilers.jobs).toHaveLength(1)
      expect(first.machines.started).toHaveLength(machines)
      const kinds = first.events.filter(({ kind }) => kind !== 'console').map(({ kind }) => kind)
      expect(kinds.slice(kinds.length / 2)).toEqual(kinds.slice(0, kinds.length / 2))
    }
  })

  it('builds it again if that was stopped', async () => {
    const first = begin()
    ;(await first.compilers.next()).stop('time')
    await first.over
    const again = boot(first.environment, request, () => {})
    ;(await first.compilers.next()).end(refused)
    await again
    expect(first.compilers.jobs).toHaveLength(2)
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
function begin({ script, boot: options }: { script?: FakeScript; boot?: Partial<Boot> } = {}) {
  const kernel = createFakeKernel('kasan')
  const machines = createFakeMachines(script)
  const client = new AbortController()
  const events: BootEvent[] = []
  const environment = { ...kernel.environment(), machines }
  const over = boot(environment, { ...request, ...options, signal: client.signal }, (event) =>
    events.push(event),
  )
  over.catch(() => {})
  return {
    ...{ environment, machines, compilers: kernel.compilers, events, over },
    async end() {
      client.abort()
      await expect(over).rejects.toThrow('aborted')
    },
  }
}

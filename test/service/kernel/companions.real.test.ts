import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BootEvent, BootRequest } from '#protocol/boot.ts'
import { consoleOf } from '#protocol/boot-events.ts'
import { boot } from '#service/boot/boot.ts'
import type { KernelEnvironment } from '#service/kernel/kernel-environment.ts'
import { kernelTimeout, openRealEnvironment } from './real-kernel.ts'

let place: KernelEnvironment

beforeAll(async () => {
  place = await openRealEnvironment()
}, kernelTimeout)

const pulse = { 'pulse.c': read('pulse.c'), 'pulse.h': read('pulse.h') }
const c = { language: 'c', files: { 'driver.c': read('driver.c'), 'pulse.h': read('pulse.h') } } as const
const rust = {
  language: 'rust',
  files: { 'driver.rs': read('driver.rs'), 'pulse.rs': read('pulse.rs') },
} as const

describe('a fixture', () => {
  it.each([c, rust])('is there before the driver, which uses what it exports: $language', async (side) => {
    const script = 'insmod driver.ko\nrmmod driver\nrmmod pulse'
    const events = await run({ ...side, fixtures: { pulse }, script })
    expect(consoleOf(events)).toMatch(/^# insmod driver\.ko\n\[.*\] (\w+: )?pulse is 102\n/)
    expect(consoleOf(events)).toMatch(/# rmmod pulse\n\[.*\] pulse leaves\n/)
    expect(consoleOf(events)).not.toContain('nobody sees this')
    expect(events.at(-1)).toMatchObject({ kind: 'finished', verdict: 'clean' })
  })

  it('may use what those before it by name export', async () => {
    const user = read('driver.c').replace('pulse is', 'user sees')
    const fixtures = { pulse, user: { 'user.c': user, 'pulse.h': read('pulse.h') } }
    const events = await run({ ...c, fixtures, script: 'lsmod' })
    expect(consoleOf(events)).toMatch(/^pulse +\d+ +1 user/m)
  })

  it('is built once for all who have the same', async () => {
    const request = { ...c, fixtures: { pulse }, script: 'true' }
    await run(request)
    let jobs = 0
    const counting = {
      run: (...given: Parameters<typeof place.compilers.run>) => (jobs++, place.compilers.run(...given)),
    }
    await run(
      { ...request, files: { ...c.files, 'driver.c': `${c.files['driver.c']}\n` } },
      { ...place, compilers: counting },
    )
    expect(jobs).toBe(1)
  })

  it('that does not compile is told of as such', async () => {
    const wrong = { ...pulse, 'pulse.c': pulse['pulse.c'].replace('100 +', 'hundred +') }
    const events = await run({ ...c, fixtures: { pulse: wrong }, script: 'true' })
    expect(events.at(-1)).toMatchObject({
      kind: 'rejected',
      diagnostics: [{ severity: 'error', spans: [{ file: 'fixtures/pulse.c', start: { line: 7 } }] }],
    })
  })

  it('that cannot be loaded is told of, and the driver goes without', async () => {
    const wrong = { ...pulse, 'pulse.c': pulse['pulse.c'].replace('return 0', 'return -ENODEV') }
    const events = await run({ ...c, fixtures: { pulse: wrong }, script: 'insmod driver.ko' })
    expect(consoleOf(events)).toMatch(/^insmod: can't insert 'pulse\.ko': No such device\n/)
  })

  it('that kills the kernel is the one at fault, not the service', async () => {
    const wrong = { ...pulse, 'pulse.c': pulse['pulse.c'].replace('return 0', 'panic("over")') }
    const events = await run({ ...c, fixtures: { pulse: wrong }, script: 'insmod driver.ko' })
    expect(events.at(-1)).toMatchObject({ kind: 'finished', verdict: 'panicked' })
  })

  it('is wanted by a driver that uses it', async () => {
    const events = await run({ ...c, script: 'insmod driver.ko' })
    expect(events.at(-1)).toMatchObject({ kind: 'rejected', diagnostics: [{ code: 'modpost' }] })
  })
})

async function run(
  request: Omit<BootRequest, 'variant'>,
  environment: KernelEnvironment = place,
): Promise<BootEvent[]> {
  const events: BootEvent[] = []
  await boot(environment, { variant: 'kasan', ...request }, (event) => void events.push(event))
  return events
}

function read(name: string): string {
  return readFileSync(new URL(`companions/${name}`, import.meta.url), 'utf8')
}

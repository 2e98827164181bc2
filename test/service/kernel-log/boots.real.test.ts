import { beforeAll, describe, expect, it } from 'vitest'
import type { BootEvent } from '#protocol/boot.ts'
import type { Language, Variant } from '#protocol/compile.ts'
import type { KernelReport } from '#protocol/kernel-report.ts'
import { variantNames } from '#protocol/variants.ts'
import { boot } from '#service/boot/boot.ts'
import { parseKernelLog } from '#service/kernel-log/parse-kernel-log.ts'
import { placeReports } from '#service/kernel-log/place-reports.ts'
import type { KernelEnvironment } from '#service/kernel/kernel-environment.ts'
import { kernelTimeout, openRealEnvironment } from '../kernel/real-kernel.ts'
import { readConsole, readDriver, recordedSymboliser } from './boots.ts'
import { tellPlaced } from './tell.ts'

const drivers: Record<Variant, string[]> = {
  kasan: [
    'use-after-free',
    'ubsan',
    'null-dereference',
    'warnings',
    'rust-index',
    'rust-late-use-after-free',
  ],
  lockdep: ['ab-ba', 'irq-unsafe', 'sleeping-in-atomic', 'rust-ab-ba'],
}

describe.each(variantNames)('what is recorded is what the %s kernel complains about', (variant) => {
  let environment: KernelEnvironment

  beforeAll(async () => {
    environment = await openRealEnvironment(variant)
  }, kernelTimeout)

  it.each(drivers[variant])('%s', async (name) => {
    const files = readDriver(name)
    const recorded = await placeReports(
      { reports: parseKernelLog(readConsole(name)), module: new Uint8Array(), files },
      recordedSymboliser(name),
    )
    const real = await bootDriver(environment, { name, variant })
    // What comes after a use of freed memory is chance: more may be reported than was recorded.
    const same = real.slice(0, recorded.length)
    expect(tellPlaced(same.map(withoutNumbers), files)).toBe(tellPlaced(recorded.map(withoutNumbers), files))
  })
})

async function bootDriver(
  environment: KernelEnvironment,
  { name, variant }: { name: string; variant: Variant },
): Promise<KernelReport[]> {
  const files = readDriver(name)
  const language: Language = files['driver.rs'] === undefined ? 'c' : 'rust'
  const script = 'insmod driver.ko\ncat /dev/fault 2>&1\nrmmod driver\n'
  const events: BootEvent[] = []
  await boot(environment, { language, variant, files, script }, (event) => events.push(event))
  return events.filter((event) => event.kind === 'report').map(({ report }) => report)
}

/** Offsets, addresses and tasks, which are others on another machine. */
function withoutNumbers(report: KernelReport): KernelReport {
  return { ...report, title: report.title.replaceAll(/0x[0-9a-f]+|\d+/g, '#') }
}

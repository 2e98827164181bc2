import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BootEvent } from '#protocol/boot.ts'
import { consoleOf } from '#protocol/boot-events.ts'
import type { SourceFiles } from '#protocol/compile.ts'
import { boot } from '#service/boot/boot.ts'
import { compileModule } from '#service/kernel/compile-module.ts'
import { sourceTree } from '#service/kernel/kernel-room.ts'
import type { KernelEnvironment } from '#service/kernel/kernel-environment.ts'
import { kernelTimeout, openRealRoom, openRealEnvironment } from './real-kernel.ts'

/** Files of the tree's `samples/rust` that are no module for this kernel, and why. */
const leftOut: Record<string, string> = {
  'rust_driver_serdev.rs':
    'User-Mode Linux has no serial port for it: SERIAL_DEV_BUS needs a tty that this kernel leaves out',
  'rust_driver_usb.rs': 'User-Mode Linux has no USB: `kernel::usb` is configured out',
  'rust_soc.rs': 'SOC_BUS is for systems on a chip: `kernel::soc` is configured out',
}

/** Samples that do something without hardware: what is done with them, and what the console must then show, in order. */
const booted: Record<string, { script: string[]; shows: string[] }> = {
  rust_minimal: {
    script: [],
    shows: ['Rust minimal sample (init)', 'My numbers are [72, 108, 200]', 'Rust minimal sample (exit)'],
  },
  rust_misc_device: {
    script: ['cat /dev/rust-misc-device'],
    shows: [
      'Initialising Rust Misc Device Sample',
      'Opening Rust Misc Device Sample',
      'Exiting the Rust Misc Device Sample',
    ],
  },
  rust_configfs: {
    script: ['cat /sys/kernel/config/rust_configfs/message'],
    shows: ['Rust configfs sample (init)', 'Show message', 'Hello World'],
  },
  rust_debugfs: { script: ['ls /sys/bus/platform/drivers/rust_debugfs/module'], shows: ['drivers'] },
  rust_driver_platform: {
    script: ['ls /sys/bus/platform/drivers/rust_driver_platform/module'],
    shows: ['drivers'],
  },
  rust_driver_faux: {
    script: [],
    shows: ['Initialising Rust Faux Device Sample', 'Hello from faux device!'],
  },
}

let folder: string
let place: KernelEnvironment

beforeAll(async () => {
  folder = join(await openRealRoom(), sourceTree, 'samples/rust')
  place = await openRealEnvironment()
}, kernelTimeout)

describe('the samples of the tree', () => {
  it('are accepted by check, but for those that this kernel is not for', async () => {
    const names = readdirSync(folder).filter((file) => file.endsWith('.rs'))
    const refused = []
    for (const name of names) {
      const { outcome } = await compileModule(place, {
        target: 'kernel',
        language: 'rust',
        action: 'check',
        files: read(name),
      })
      if (outcome !== 'accepted') refused.push(name)
    }
    expect(names.length).toBeGreaterThanOrEqual(16)
    expect(refused).toEqual(Object.keys(leftOut))
  }, 120_000)

  it.each(Object.keys(booted))(
    '%s is built, loaded, used and unloaded',
    async (name) => {
      const { script, shows } = booted[name]!
      const events: BootEvent[] = []
      const commands = ['insmod driver.ko', ...script, 'rmmod driver'].join('\n')
      await boot(
        place,
        { language: 'rust', variant: 'kasan', files: read(`${name}.rs`), script: commands },
        (event) => events.push(event),
      )
      expect(events.at(-1)).toMatchObject({ kind: 'finished', verdict: 'clean' })
      const console = consoleOf(events)
      expect(inOrder(console, shows)).toEqual(shows)
      expect(console).not.toContain('[exit ')
    },
    60_000,
  )
})

function read(file: string): SourceFiles {
  return { 'driver.rs': readFileSync(join(folder, file), 'utf8') }
}

/** Those texts that are found, each behind the one before it. */
function inOrder(text: string, parts: string[]): string[] {
  let from = 0
  return parts.filter((part) => {
    const at = text.indexOf(part, from)
    if (at >= 0) from = at + part.length
    return at >= 0
  })
}

import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BootEvent } from '#protocol/boot.ts'
import { consoleOf } from '#protocol/boot-events.ts'
import { boot } from '#service/boot/boot.ts'
import type { KernelEnvironment } from '#service/kernel/kernel-environment.ts'
import { kernelTimeout, openRealEnvironment } from '../kernel/real-kernel.ts'

let environment: KernelEnvironment

beforeAll(async () => {
  environment = await openRealEnvironment()
}, kernelTimeout)

describe('a kernel of the course', () => {
  it.each(['rs', 'c'] as const)('runs the tests of a loaded module, and tells of them: %s', async (kind) => {
    const text = await run(`kunit.${kind}`, 'insmod driver.ko\ncat /sys/kernel/debug/kunit/halves/results')
    expect(text).toContain('KTAP version 1\n')
    expect(text).toMatch(/ ok 1 of_an_even_number$/m)
    expect(text).toMatch(/ not ok 2 of_an_odd_number$/m)
    expect(text).toMatch(/^not ok 1 halves$/m)
  })

  it('says what pr_debug() says once it is asked to', async () => {
    const quiet = await run('debug.c', 'insmod driver.ko\nrmmod driver')
    expect(quiet).not.toContain('only if asked')
    const asked = 'echo module driver +p > /sys/kernel/debug/dynamic_debug/control'
    const text = await run('debug.c', `insmod driver.ko dyndbg=+p\n${asked}\nrmmod driver`)
    expect(text).toContain('\nonly if asked\n')
    expect(text).toContain('\na last word\n')
  })

  it('has debugfs, configfs and a bus for devices that are none', async () => {
    const script = [
      'insmod driver.ko',
      'cat /sys/kernel/debug/files/hits',
      'echo 7 > /sys/kernel/debug/files/hits',
      'cat /sys/kernel/debug/files/hits',
      'ls /sys/bus/faux/devices',
      'mount -t configfs | wc -l',
      'rmmod driver',
    ]
    const text = await run('files.rs', script.join('\n'))
    expect(text).toMatch(/# cat \S+\n3\n.*# cat \S+\n7\n# ls \S+\nfiles\n# mount.*\n1\n/s)
  })

  it('says where leaks are told to whoever looks for kmemleak', async () => {
    const text = await run(
      'debug.c',
      'cat /sys/kernel/debug/kmemleak\necho scan > /sys/kernel/debug/kmemleak',
    )
    expect(text).toContain('rmmod tells what a module has allocated and not freed; nothing is listed here.\n')
    expect(text).not.toContain('[exit')
  })
})

/** The console of a boot that came to its end; stamps of time are left out. */
async function run(name: string, script: string): Promise<string> {
  const source = readFileSync(new URL(`features/${name}`, import.meta.url), 'utf8')
  const language = name.endsWith('.rs') ? 'rust' : 'c'
  const files = { [language === 'c' ? 'driver.c' : 'driver.rs']: source }
  const events: BootEvent[] = []
  await boot(environment, { language, variant: 'kasan', files, script }, (event) => events.push(event))
  expect(events.at(-1)).toMatchObject({ kind: 'finished' })
  return consoleOf(events).replaceAll(/^\[ *\d+\.\d+\] /gm, '')
}

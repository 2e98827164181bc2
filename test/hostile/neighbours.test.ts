import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BootEvent } from '#protocol/boot.ts'
import { boot } from '#service/boot/boot.ts'
import type { KernelEnvironment } from '#service/kernel/kernel-environment.ts'
import { kernelTimeout, openRealEnvironment } from '../service/kernel/real-kernel.ts'

let environment: KernelEnvironment

beforeAll(async () => {
  environment = await openRealEnvironment()
}, kernelTimeout)

describe('a module that takes all it can get of the host', () => {
  it.each(['uses-up-signals.c', 'hogs-sockets.c', 'fork-bomb.c', 'fills-tmp.c', 'hogs-inodes.c'])(
    '%s leaves the boot beside it what that needs',
    async (module) => {
      const attack = new AbortController()
      const attacked = begin(module, attack.signal)
      await attacked.loads
      for (let n = 0; n < 2; n += 1) expect(await bootHarmless()).toMatchObject({ verdict: 'clean' })
      attack.abort()
      await attacked.over
    },
    120_000,
  )
})

/** Boots a module that stays as long as it may; `loads` settles when it is about to be loaded. */
function begin(module: string, signal: AbortSignal): { loads: Promise<void>; over: Promise<unknown> } {
  let over: Promise<unknown> = Promise.resolve()
  const loads = new Promise<void>((resolve) => {
    const onEvent = ({ kind }: BootEvent): void => void (kind === 'console' && resolve())
    over = boot(environment, { ...toRequest(module, 'insmod driver.ko\nsleep 30'), signal }, onEvent).catch(
      () => {},
    )
  })
  return { loads, over }
}

async function bootHarmless(): Promise<BootEvent | undefined> {
  let last: BootEvent | undefined
  await boot(
    environment,
    toRequest('harmless.c', 'insmod driver.ko\nsleep 1\nrmmod driver'),
    (event) => (last = event),
  )
  return last
}

function toRequest(module: string, script: string) {
  const files = { 'driver.c': read(module), 'raw.h': read('raw.h') }
  return { language: 'c', variant: 'kasan', files, script } as const
}

function read(name: string): string {
  return readFileSync(new URL(`modules/${name}`, import.meta.url), 'utf8')
}

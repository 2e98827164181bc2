import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BootEvent } from '#protocol/boot.ts'
import { consoleOf } from '#protocol/boot-events.ts'
import type { SourceFiles } from '#protocol/compile.ts'
import { boot } from '#service/boot/boot.ts'
import type { KernelEnvironment } from '#service/kernel/kernel-environment.ts'
import { kernelTimeout, openRealEnvironment } from './real-kernel.ts'

let place: KernelEnvironment

beforeAll(async () => {
  place = await openRealEnvironment()
}, kernelTimeout)

const reader = { 'reader.c': read('reader.c'), 'pulse.h': read('pulse.h') }

describe('a program that comes with a driver', () => {
  it('is run by the script, with the headers of the kernel for user space', async () => {
    const events = await run(reader, './reader one two')
    expect(consoleOf(events)).toMatch(
      /^# \.\/reader one two\nioctl: errno=25\n3 arguments, the last is two\n\[exit 3\]\n/,
    )
  })

  it('is told of as such where it does not compile, or does not link', async () => {
    const misspelt = { ...reader, 'reader.c': reader['reader.c'].replace('printf', 'prontf') }
    const events = await run(misspelt, './reader')
    expect(events.at(-1)).toMatchObject({
      kind: 'rejected',
      diagnostics: expect.arrayContaining([
        expect.objectContaining({
          spans: [expect.objectContaining({ file: 'programs/reader.c', start: { line: 17, column: 2 } })],
        }),
      ]),
    })
  })
})

async function run(files: SourceFiles, script: string): Promise<BootEvent[]> {
  const events: BootEvent[] = []
  const driver = {
    'driver.c': read('driver.c').replaceAll('pulse_read(2)', '2').replace('#include "pulse.h"', ''),
  }
  const request = {
    language: 'c',
    variant: 'kasan',
    files: driver,
    programs: { reader: files },
    script,
  } as const
  await boot(place, request, (event) => void events.push(event))
  return events
}

function read(name: string): string {
  return readFileSync(new URL(`companions/${name}`, import.meta.url), 'utf8')
}

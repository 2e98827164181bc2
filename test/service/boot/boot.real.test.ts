import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BootEvent, BootRequest } from '#protocol/boot.ts'
import { consoleOf } from '#protocol/boot-events.ts'
import type { RunningServer } from '#service/start-server.ts'
import { kernelTimeout, openRealKernel } from '../kernel/real-kernel.ts'
import { openRealService } from '../real-service.ts'
import { bootWith } from './boot-with.ts'

let server: RunningServer

beforeAll(async () => {
  server = await openRealService({}, { kasan: await openRealKernel() })
}, kernelTimeout)

afterAll(() => server.close())

describe('a driver in a real kernel', () => {
  it('that uses freed memory is reported, on its line', async () => {
    const source = readLesson('03-ownership/02-borrow-deadline/c/driver.c')
    const script = 'insmod driver.ko\ncat /dev/fault\nrmmod driver'
    const events = await boot({ files: { 'driver.c': source }, script })
    // What is used as the length may be anything by then, so now and then the copy is reported too.
    expect([...new Set(kindsOf(events))]).toEqual(['building', 'built', 'console', 'report', 'finished'])
    expect(consoleOf(events)).toContain('# cat /dev/fault\n')
    const reports = events.filter((event) => event.kind === 'report').map(({ report }) => report)
    expect(reports[0]).toMatchObject({ kind: 'kasan' })
    const labels = reports[0]!.spans.map(({ file, label }) => `${file} ${label}`)
    expect(labels).toHaveLength(3)
    expect(labels.every((label) => label.startsWith('driver.c '))).toBe(true)
    expect(events.at(-1)).toMatchObject({ kind: 'finished', verdict: 'reported' })
  })

  it('that is in order is not', async () => {
    const events = await boot({ files: { 'driver.c': readModule('harmless.c') }, script: 'insmod driver.ko' })
    expect(events.at(-1)).toMatchObject({
      kind: 'finished',
      verdict: 'clean',
      kernel: 'Linux 7.3.4, User-Mode Linux with KASAN',
    })
  })

  it('that kills its kernel has its last words on the console', async () => {
    const source = readModule('harmless.c').replace('pr_info("is loaded\\n");', '*(volatile int *)0 = 1;')
    const events = await boot({ files: { 'driver.c': source }, script: 'insmod driver.ko\necho never' })
    expect(consoleOf(events)).toMatch(/Kernel panic - not syncing/)
    expect(consoleOf(events)).not.toContain('never')
    expect(events.at(-1)).toMatchObject({ kind: 'finished', verdict: 'panicked' })
  })

  it('that does not compile never gets there', async () => {
    const events = await boot({ files: { 'driver.c': 'int x = y;' }, script: 'insmod driver.ko' })
    expect(kindsOf(events)).toEqual(['building', 'rejected'])
    expect(events.at(-1)).toMatchObject({ toolchain: 'clang 19.1.7, Linux 7.3.4' })
  })
})

describe('the console of a kernel', () => {
  it('begins with the script, and has nothing of the time before', async () => {
    const events = await boot({ files: { 'driver.c': readModule('harmless.c') }, script: 'echo first' })
    expect(consoleOf(events)).toMatch(/^# echo first\nfirst\n\[ +\d+\.\d+\] reboot: Power down\n/)
  })

  it('names a mistake of the script by its line, and finds what a shell expects', async () => {
    const script = 'uname\nnonsense\nread answer\nhead -c 2 /proc/sys/kernel/tainted\nexit 3'
    const text = consoleOf(await boot({ files: { 'driver.c': readModule('harmless.c') }, script }))
    expect(text).toContain('# nonsense\nboot.sh: eval: line 2: nonsense: not found\n[exit 127]\n')
    expect(text).toContain('# read answer\n[exit 1]\n# head -c 2 /proc/sys/kernel/tainted\n')
    expect(text).toMatch(/# exit 3\n\[ +\d+\.\d+\] reboot: Power down\n/)
  })

  it('comes while the machine runs', async () => {
    const arrivals: number[] = []
    await boot({ files: { 'driver.c': readModule('harmless.c') }, script: 'echo 1\nsleep 1\necho 2' }, () =>
      arrivals.push(performance.now()),
    )
    expect(arrivals.at(-1)! - arrivals[0]!).toBeGreaterThan(800)
  })

  it('loses nothing of much at once', async () => {
    const script = 'seq 4000'
    const text = consoleOf(await boot({ files: { 'driver.c': readModule('harmless.c') }, script }))
    const numbers = Array.from({ length: 4000 }, (_, n) => `${n + 1}\n`).join('')
    expect(text).toContain(numbers)
  })

  it('has all file systems that a driver may have files in', async () => {
    const script = 'ls -d /proc/modules /sys/kernel/debug /sys/kernel/config /dev/null\ntouch /tmp/x'
    const text = consoleOf(await boot({ files: { 'driver.c': readModule('harmless.c') }, script }))
    expect(text).not.toMatch(/No such file|\[exit/)
  })
})

async function boot(
  { files, script }: Pick<BootRequest, 'files' | 'script'>,
  onConsole: () => void = () => {},
): Promise<BootEvent[]> {
  const onEvent = (event: BootEvent): void => void (event.kind === 'console' && onConsole())
  return await bootWith(server.url, { language: 'c', variant: 'kasan', files, script }, { onEvent })
}

/** Each kind once, in the order in which they first came. */
function kindsOf(events: BootEvent[]): string[] {
  return [...new Set(events.map(({ kind }) => kind))]
}

function readLesson(path: string): string {
  return readFileSync(new URL(`../../../lessons/${path}`, import.meta.url), 'utf8').replace(
    /[ \t]*\/\/@ .*$/gm,
    '',
  )
}

function readModule(name: string): string {
  return readFileSync(new URL(`../../hostile/modules/${name}`, import.meta.url), 'utf8')
}

import type { BootRequest } from '#protocol/boot.ts'
import type { ShellRequest } from '#protocol/shell.ts'
import type { BenchContext } from './bench-context.ts'
import type { Figure } from './figure.ts'
import { inParallel } from './in-parallel.ts'
import { timeBoot } from './kernel-client.ts'
import { readDrivers } from './kernel-lessons.ts'
import { median, quantile, toSpread } from './quantile.ts'
import { openShell, type TimedShell } from './shell-client.ts'

/** Measures the time from a click to a prompt, and from a key to its echo, alone and beside four busy boots. */
export async function measureShell({ course, short }: BenchContext): Promise<Figure[]> {
  const drivers = await readDrivers()
  const prompts: number[] = []
  for (const boot of drivers.cBoots(short ? 4 : 20)) {
    const shell = await openShell(course.url, toShell(boot))
    prompts.push(shell.milliseconds)
    await shell.close()
  }
  const shell = await openShell(course.url, toShell(drivers.cBoots(1)[0]!))
  const alone = await typeAlone(shell, short ? 20 : 100)
  const busy = await typeWhile(shell, async () => {
    const boots = drivers.cBoots(short ? 8 : 24)
    await inParallel(boots, 4, (boot) => timeBoot(course.url, boot, '192.0.2.1'))
  })
  await shell.close()
  return [
    toFigure('edited C → prompt of a shell', prompts, 800),
    toFigure('key → echo in a shell', alone, 30),
    toFigure('the same beside four boots', busy, 100),
  ]
}

function toShell({ language, variant, files }: BootRequest): ShellRequest {
  return { language, variant, files, rows: 24, columns: 80 }
}

async function typeAlone(shell: TimedShell, count: number): Promise<number[]> {
  const times: number[] = []
  while (times.length < count) times.push(await shell.echo())
  return times
}

async function typeWhile(shell: TimedShell, work: () => Promise<void>): Promise<number[]> {
  const times: number[] = []
  const done = new AbortController()
  const working = work().finally(() => done.abort())
  while (!done.signal.aborted) times.push(await shell.echo())
  await working
  return times
}

function toFigure(what: string, times: number[], most: number): Figure {
  const late = quantile(times, 0.95).toFixed(1)
  return {
    ...{ what, value: median(times), unit: 'ms', aim: { atMost: most } },
    details: [
      `${times.length} of them, quartiles in brackets: ${toSpread(times)} ms; one in twenty over ${late} ms`,
    ],
  }
}

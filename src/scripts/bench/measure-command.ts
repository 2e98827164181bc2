import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleCommand } from '../pack/bundle-command.ts'
import type { BenchContext } from './bench-context.ts'
import { createClient } from './client.ts'
import type { Figure } from './figure.ts'
import { type Program, toUnique } from './programs.ts'
import { median, toSpread } from './quantile.ts'

/** Measures `no-oops check`, from the start of Node to its end, against the same kind of check over HTTP, in pairs. */
export async function measureCommand({ course, programs, short }: BenchContext): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'no-oops-bench-'))
  const command = join(folder, 'no-oops.mjs')
  await bundleCommand(command)
  const client = createClient(course.url, 1)
  const pairs: { command: number; alone: number }[] = []
  const unique = toUnique(programs, (short ? 10 : 40) * 2)
  for (let at = 0; at + 1 < unique.length; at += 2) {
    const alone = await time(() => client.check(unique[at]!))
    const all = await time(() => check(command, unique[at + 1]!, course.url))
    pairs.push({ command: all, alone })
  }
  client.end()
  await rm(folder, { recursive: true })
  const more = pairs.map(({ command, alone }) => command - alone)
  return [
    {
      ...{
        what: 'no-oops check, over the check itself',
        value: median(more),
        unit: 'ms',
        aim: { atMost: 250 },
      },
      details: [
        `median of ${pairs.length} pairs, quartiles in brackets: ${toSpread(more)} ms`,
        `the command ${toSpread(pairs.map(({ command }) => command))} ms, a check over HTTP ${toSpread(pairs.map(({ alone }) => alone))} ms`,
      ],
    },
  ]
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

async function check(command: string, { files }: Program, url: string): Promise<void> {
  const path = `${command}.main.rs`
  await writeFile(path, files['main.rs']!)
  const words = ['check', '--target', 'userspace', '--message-format', 'json', '--service', url, path]
  const child = spawn(process.execPath, [command, ...words], { stdio: 'ignore' })
  const [code] = (await once(child, 'close')) as [number]
  if (code > 1) throw new Error(`no-oops check ended with ${code}`)
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BootEvent } from '#protocol/boot.ts'
import type { SourceFiles } from '#protocol/compile.ts'
import { variantNames } from '#protocol/variants.ts'
import { boot } from '#service/boot/boot.ts'
import type { KernelEnvironment } from '#service/kernel/kernel-environment.ts'
import { kernelTimeout, openRealEnvironment } from '../kernel/real-kernel.ts'
import { tellPlaced } from './tell.ts'

const folder = join(import.meta.dirname, 'cases')

/** Each is a driver and a script; `reports.txt` has what a reader is to be told of them. */
describe.each(variantNames)('what goes wrong under the %s kernel is told where it happened', (variant) => {
  let environment: KernelEnvironment

  beforeAll(async () => {
    environment = await openRealEnvironment(variant)
  }, kernelTimeout)

  it.each(readdirSync(join(folder, variant)))('%s', async (name) => {
    const { files, script } = readCase(join(folder, variant, name))
    const events: BootEvent[] = []
    const language = files['driver.rs'] === undefined ? 'c' : 'rust'
    await boot(environment, { language, variant, files, script }, (event) => events.push(event))
    const most = goesOnWithWhatIsFreed.has(name) ? 1 : Infinity
    await expect(tell(events, files, most)).toMatchFileSnapshot(`cases/${variant}/${name}/reports.txt`)
  })
})

/** What these read after the first report is chance. */
const goesOnWithWhatIsFreed = new Set(['list-freed-while-walked'])

function readCase(path: string): { files: SourceFiles; script: string } {
  const sources = readdirSync(path).filter((name) => /\.(c|h|rs)$/.test(name))
  const files = Object.fromEntries(sources.map((name) => [name, readFileSync(join(path, name), 'utf8')]))
  return { files, script: readFileSync(join(path, 'boot.sh'), 'utf8') }
}

/** How it ended, and so many reports, without what is another one at each boot. */
function tell(events: BootEvent[], files: SourceFiles, most: number): string {
  const last = events.at(-1)!
  const all = events.filter((event) => event.kind === 'report').map(({ report }) => report)
  const reports = all.slice(0, most)
  const end = last.kind === 'finished' ? last.verdict : JSON.stringify(last)
  return `${end}\n\n${withoutNumbers(tellPlaced(reports, files))}`
}

/** Offsets and addresses are others with another compiler, tasks and begun seconds with each boot; lines stay. */
function withoutNumbers(text: string): string {
  return text.replaceAll(
    /kworker\/[\w:]+|0x[0-9a-f]{3,}|\+0x[0-9a-f]+(?:\/0x[0-9a-f]+)?|(?<=stuck for |(?:task |«|\[)[\w-]+:|\w\/)\d+|(?<=\/)\d+$/gm,
    '#',
  )
}

import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createBubblewrapSandbox } from '#service/bubblewrap/bubblewrap.ts'
import { prelink } from '#service/toolroom/prelink/prelink.ts'
import { recipes } from '#service/toolroom/kernel/recipes.ts'
import { openToolroom } from '#service/toolroom/toolroom.ts'

const { root } = openToolroom()
const libraries = `/usr/lib/${readdirSync(join(root, 'usr/lib')).find((name) => name.endsWith('-linux-gnu'))}`
const library = readFileSync(join(root, libraries, 'libxml2.so.2'))

describe.skipIf(process.arch !== 'x64')('A library that was prelinked', () => {
  it('is loaded at its address, and its users work', async () => {
    const file = prelink(Buffer.from(library), base)!
    expect(await run(['LD_TRACE_LOADED_OBJECTS=1'], file)).toContain('libxml2.so.2 (0x00007a0000000000)')
    expect(await run([], file)).toContain('rustc 1.85.1')
  })

  it('is left alone the next time', () => {
    expect(prelink(prelink(Buffer.from(library), base)!, base)).toBeUndefined()
  })

  it('leaves the dynamic linker no address of its own to write', async () => {
    const [before, after] = [library, prelink(Buffer.from(library), base)!].map((file) =>
      run(['LD_DEBUG=statistics'], file).then(relativeRelocations),
    )
    expect((await before!) - (await after!)).toBeGreaterThan(3000)
  })
})

const base = 0x7a00_0000_0000

describe.skipIf(process.arch !== 'x64').each([...recipes])('The toolroom «$stage»', (recipe) => {
  it('loads the large libraries of its compilers as they are', async () => {
    const loaded = await run(['LD_TRACE_LOADED_OBJECTS=1'], undefined, openToolroom({ recipe }).root)
    expect(loaded).toMatch(/libLLVM\S+ => \S+ \(0x0000100000000000\)/)
    expect(loaded).toMatch(/librustc_driver\S+ => \S+ \(0x0000101000000000\)/)
    expect(
      relativeRelocations(await run(['LD_DEBUG=statistics'], undefined, openToolroom({ recipe }).root)),
    ).toBeLessThan(20_000)
  })
})

/** What `rustc --version` and its dynamic linker say, with a library in place of the room's own. */
async function run(environment: string[], file?: Uint8Array, inside = root): Promise<string> {
  const paths = [...(file ? ['/work/lib'] : []), libraries].join(':')
  const command = ['busybox', 'env', `LD_LIBRARY_PATH=${paths}`, ...environment, 'rustc', '--version']
  const sandbox = createBubblewrapSandbox({ root: inside, limits: { wallSeconds: 60 } })
  const ended = await sandbox.run({ command, files: file ? { 'lib/libxml2.so.2': file } : {} })
  if (ended.kind === 'stopped') throw new Error(`rustc was stopped: ${ended.reason}`)
  return Buffer.from(ended.stdout).toString() + ended.stderr
}

function relativeRelocations(statistics: string): number {
  return Number(/number of relative relocations: (\d+)/.exec(statistics)?.[1])
}

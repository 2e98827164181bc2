import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openToolroom, type Toolroom } from '#service/toolroom/toolroom.ts'
import { temporaryFolder } from './temporary-folder.ts'

const here = dirname(fileURLToPath(import.meta.url))
const command = join(here, '../../../src/scripts/toolroom.ts')
const { PATH } = process.env
const real = openToolroom()

let cache: string
let hold: string
let toolroom: Toolroom

/** All is real but for mmdebstrap. */
beforeEach(() => {
  cache = temporaryFolder()
  hold = join(cache, 'hold')
  const programs = temporaryFolder()
  copyFileSync(join(here, 'fake-mmdebstrap.sh'), join(programs, 'mmdebstrap'))
  Object.assign(process.env, { PATH: `${programs}:${PATH}`, COPY_OF: real.root, HOLD: hold, NO_MIRROR: '' })
  toolroom = openToolroom({ cache })
})

afterEach(() => {
  process.env.PATH = PATH
})

describe('Making the toolroom', { timeout: 120_000 }, () => {
  it('ends in a toolroom whose compilers have been tried', async () => {
    expect(await toolroom.make()).toEqual({ state: 'ready', toolchain: 'rustc 1.85.1' })
    expect(readdirSync(toolroom.folder.path).toSorted()).toEqual(['root', 'toolroom.json'])
    expect(readdirSync(toolroom.root)).toEqual(['usr'])
  })

  it('takes a toolroom that works as it is where only its marker is damaged, without a mirror', async () => {
    process.env.NO_MIRROR = '1'
    mkdirSync(toolroom.folder.path)
    symlinkSync(real.root, toolroom.root)
    writeFileSync(toolroom.folder.marker, '{"key": "userspa')
    expect(await toolroom.make()).toEqual({ state: 'ready', toolchain: 'rustc 1.85.1' })
    expect(existsSync(join(real.root, 'usr/bin/rustc'))).toBe(true)
  })

  it('leaves what is there until its replacement has been tried', async () => {
    process.env.NO_MIRROR = '1'
    mkdirSync(toolroom.root, { recursive: true })
    writeFileSync(join(toolroom.root, 'untouched'), '')
    writeFileSync(toolroom.folder.marker, '{"key": "userspa')
    expect(await toolroom.make()).toMatchObject({ state: 'unavailable' })
    expect(existsSync(join(toolroom.root, 'untouched'))).toBe(true)
    process.env.NO_MIRROR = ''
    expect(await toolroom.make()).toMatchObject({ state: 'ready' })
    expect(readdirSync(toolroom.folder.path).toSorted()).toEqual(['root', 'toolroom.json'])
    expect(readdirSync(toolroom.root)).toEqual(['usr'])
  })

  it('is done once, however often it is asked for', async () => {
    const [first, second] = await Promise.all([toolroom.make(), toolroom.make()])
    expect(first).toBe(second)
    writeFileSync(join(toolroom.root, 'untouched'), '')
    expect(await toolroom.make()).toMatchObject({ state: 'ready' })
    expect(existsSync(join(toolroom.root, 'untouched'))).toBe(true)
  })

  it('goes on where it was cut off, and keeps what was fetched', async () => {
    writeFileSync(hold, '')
    const other = makeElsewhere()
    await vi.waitFor(
      () => expect(toolroom.status()).toMatchObject({ state: 'preparing', percent: 4 }),
      30_000,
    )
    await kill(other)
    expect(toolroom.status()).toMatchObject({ state: 'unavailable' })
    const made = toolroom.make()
    const step = 'Downloading Debian packages: 10 of 20 MB'
    await vi.waitFor(() => expect(toolroom.status()).toMatchObject({ step }), 30_000)
    rmSync(hold)
    expect(await made).toMatchObject({ state: 'ready' })
  })

  it('waits for another process that is at it, and shows how far that is', async () => {
    writeFileSync(hold, '')
    const other = makeElsewhere()
    await vi.waitFor(() => expect(toolroom.status()).toMatchObject({ percent: 4 }), 30_000)
    const made = toolroom.make()
    await new Promise((settle) => setTimeout(settle, 500))
    expect(toolroom.status()).toMatchObject({ state: 'preparing', percent: 4 })
    rmSync(hold)
    expect(await made).toMatchObject({ state: 'ready' })
    expect(await once(other, 'exit')).toEqual([0, null])
  })

  it('says what helps when packages cannot be fetched, and can be tried again', async () => {
    process.env.NO_MIRROR = 'yes'
    expect(await toolroom.make()).toMatchObject({
      state: 'unavailable',
      reason: expect.stringContaining('Unable to fetch some archives'),
      remedy: expect.stringContaining('TOOLROOM_MIRROR'),
    })
    process.env.NO_MIRROR = ''
    expect(await toolroom.make()).toMatchObject({ state: 'ready' })
  })

  it('does not take compilers that fail for a toolroom', async () => {
    const lame = temporaryFolder()
    mkdirSync(join(lame, 'usr'))
    for (const name of ['bin', 'share/doc', 'lib']) mkdirSync(join(lame, 'usr', name), { recursive: true })
    for (const name of ['busybox', 'prlimit'])
      copyFileSync(join(real.root, 'usr/bin', name), join(lame, 'usr/bin', name))
    symlinkSync('busybox', join(lame, 'usr/bin/rustc'))
    process.env.COPY_OF = lame
    expect(await toolroom.make()).toMatchObject({ state: 'unavailable' })
    expect(toolroom.status()).toMatchObject({ state: 'unavailable' })
  })

  it('says what helps when the cache folder cannot be written', async () => {
    const file = join(cache, 'file')
    writeFileSync(file, '')
    const elsewhere = openToolroom({ cache: join(file, 'no-oops') })
    expect(await elsewhere.make()).toMatchObject({
      state: 'unavailable',
      reason: expect.stringContaining(file),
      remedy: expect.stringContaining('NO_OOPS_CACHE'),
    })
  })
})

function makeElsewhere(): ChildProcess {
  return spawn(process.execPath, [command, 'make', 'userspace'], {
    env: { ...process.env, NO_OOPS_CACHE: cache },
    stdio: 'ignore',
  })
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

import { chmod, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFileStore } from '#service/file-store.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'no-oops-store-'))
  await chmod(folder, 0o755)
})

afterEach(() => rm(folder, { recursive: true }))

const content = Buffer.alloc(1000, 'stored ')

describe('A store of files', () => {
  it('gives what was put into it, to a later process too', async () => {
    const stored = await openFileStore(join(folder, 'new'), 5000).put('a', content)
    expect(readFileSync(stored!.path).equals(content)).toBe(true)
    expect(await openFileStore(join(folder, 'new'), 5000).get('a')).toMatchObject({ path: stored!.path })
    expect(await openFileStore(join(folder, 'new'), 5000).get('b')).toBeUndefined()
  })

  it('never has more than it may, and lets those go that were not asked for the longest', async () => {
    const store = openFileStore(folder, 3500)
    for (const name of ['a', 'b', 'c']) await store.put(name, content)
    await makeOld('a', 'b', 'c')
    await store.get('a')
    for (const name of ['d', 'e']) await store.put(name, content)
    expect((await readdir(folder)).sort()).toEqual(['a', 'd', 'e'])
  })

  it('keeps those in use, and stores nothing when there is no room beside them', async () => {
    const store = openFileStore(folder, 2500)
    const letGo = [(await store.put('a', content))!.hold(), (await store.put('b', content))!.hold()]
    expect(await store.put('c', content)).toBeUndefined()
    expect((await readdir(folder)).sort()).toEqual(['a', 'b'])
    letGo[0]!()
    expect(await store.put('c', content)).toBeDefined()
    expect((await readdir(folder)).sort()).toEqual(['b', 'c'])
  })

  it('stays within its bound when many are put at once', async () => {
    const store = openFileStore(folder, 3500)
    await Promise.all(Array.from({ length: 20 }, (_, n) => store.put(`${n}`, content)))
    expect(await bytesOf(folder)).toBeLessThanOrEqual(3500)
  })

  it('counts what another process has left, and removes it when it needs the room', async () => {
    await writeFile(join(folder, 'a.4194305'), Buffer.alloc(3000))
    await makeOld('a.4194305')
    await openFileStore(folder, 3500).put('b', content)
    expect(await readdir(folder)).toEqual(['b'])
  })

  it('stores nothing, and leaves nothing open, where nothing can be written', async () => {
    await writeFile(join(folder, 'file'), '')
    const store = openFileStore(join(folder, 'file', 'store'), 5000)
    const before = await readdir('/proc/self/fd')
    expect(await store.put('a', content)).toBeUndefined()
    expect(await store.get('a')).toBeUndefined()
    expect(await readdir('/proc/self/fd')).toHaveLength(before.length)
  })
})

async function makeOld(...names: string[]): Promise<void> {
  for (const [at, name] of names.entries()) {
    const when = new Date(Date.now() - (100 - at) * 1000)
    await utimes(join(folder, name), when, when)
  }
}

async function bytesOf(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

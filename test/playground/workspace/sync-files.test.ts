import { signal } from '@preact/signals'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toast } from '#playground/notices/toasts.ts'
import { openFileSet } from '#playground/workspace/file-set.ts'
import { createEngine } from '#playground/workspace/own/engine.ts'
import { createOwnWorkspace } from '#playground/workspace/own/own-workspace.ts'
import { shareEngine } from '#playground/workspace/own/share-engine.ts'
import { syncFiles } from '#playground/workspace/sync-files.ts'
import { removeStored, storedNames } from '#playground/storage/storage.ts'
import { createLimitedStorage } from '../storage/limited-storage.ts'

beforeEach(() => {
  // What could not be saved stays until the page is left.
  for (const name of storedNames('')) removeStored(name)
  vi.stubGlobal('localStorage', createLimitedStorage(100_000).localStorage)
  vi.stubGlobal('window', new EventTarget())
  toast.value = undefined
})
afterEach(() => vi.unstubAllGlobals())

/** The page's files beside an engine at the other end of a port. */
async function openBoth(begin: Record<string, string>) {
  const engine = createEngine()
  const { port1, port2 } = new MessageChannel()
  shareEngine(engine, port2)
  const workspace = createOwnWorkspace(port1, () => port1.close())
  const writes: string[] = []
  engine.watch((change) => void (change.kind === 'path' && writes.push(change.path)))
  const set = openFileSet(signal(''), begin)
  const sync = syncFiles(set, workspace)
  await sync.flush()
  const run = async (command: string, ...args: string[]) => (await workspace.spawn(command, args)).exit
  return {
    ...{ engine, set, sync, run, writes },
    type: (path: string, text: string) => void (set.files.peek().get(path)!.edited.text.value = text),
    inEngine: (path: string) => new TextDecoder().decode(engine.read(path)),
    async [Symbol.asyncDispose]() {
      sync.end()
      set.end()
      await workspace.end()
    },
  }
}

describe('files of the page and of an engine', () => {
  it('are the same from the beginning, and after each has changed', async () => {
    await using both = await openBoth({ 'a.txt': 'a', 'b.txt': 'b' })
    expect(both.engine.list()).toEqual(['a.txt', 'b.txt'])
    both.type('a.txt', 'a, edited')
    await both.sync.flush()
    expect(both.inEngine('a.txt')).toBe('a, edited')
    await both.run('cp', 'a.txt', 'sub/c.txt')
    await both.run('rm', 'b.txt')
    await expect.poll(both.set.texts).toEqual({ 'a.txt': 'a, edited', 'sub/c.txt': 'a, edited' })
  })

  it('never echo what the other side has just told', async () => {
    await using both = await openBoth({ 'a.txt': 'a' })
    await both.run('cp', 'a.txt', 'b.txt')
    await expect.poll(both.set.texts).toHaveProperty('b.txt')
    both.type('a.txt', 'twice')
    both.type('a.txt', 'three times')
    await both.sync.flush()
    await both.sync.flush()
    expect(both.writes).toEqual(['a.txt', 'b.txt', 'a.txt'])
  })

  it('lose nothing where both were changed at once: what was typed stays, the other version is offered', async () => {
    await using both = await openBoth({ 'a.txt': 'a', 'b.txt': 'b' })
    both.type('a.txt', 'typed')
    await both.run('cp', 'b.txt', 'a.txt')
    await expect.poll(() => toast.value?.text).toContain('a.txt was changed in the terminal while you typed')
    await both.sync.flush()
    expect(both.inEngine('a.txt')).toBe('typed')
    toast.value!.actions[0]!.callback()
    await both.sync.flush()
    expect(both.inEngine('a.txt')).toBe('b')
  })

  it('say of what can’t be edited why, and leave it in the engine', async () => {
    await using both = await openBoth({ 'a.txt': 'a' })
    both.engine.write('image.png', new Uint8Array([0x89, 0x50, 0]))
    both.engine.write('big.log', new Uint8Array(70_000).fill(0x61))
    await expect.poll(() => [...both.sync.others.value.keys()]).toEqual(['image.png', 'big.log'])
    expect(both.sync.others.value.get('big.log')).toBe(
      'big.log has 69 kB; files of up to 64 kB are edited and saved here.',
    )
    expect(both.set.texts()).toEqual({ 'a.txt': 'a' })
    expect(both.engine.list()).toEqual(['a.txt', 'big.log', 'image.png'])
  })

  it('go on where the browser has no room, and say what is not saved', async () => {
    await using both = await openBoth({ 'a.txt': 'x'.repeat(60_000) })
    await both.run('cp', 'a.txt', 'b.txt')
    await expect.poll(() => toast.value?.text).toContain('no room for b.txt')
    expect(Object.keys(both.set.texts())).toEqual(['a.txt', 'b.txt'])
  })

  it('go on where the browser stores nothing', async () => {
    vi.stubGlobal('localStorage', undefined)
    await using both = await openBoth({ 'a.txt': 'a' })
    expect(both.inEngine('a.txt')).toBe('a')
  })

  it('are there again when the page is opened the next time, with those that were removed still gone', async () => {
    {
      await using both = await openBoth({ 'a.txt': 'a', 'b.txt': 'b' })
      both.set.remove('a.txt')
      both.type('b.txt', 'edited')
    }
    await using again = await openBoth({ 'a.txt': 'a', 'b.txt': 'b' })
    expect(again.set.texts()).toEqual({ 'b.txt': 'edited' })
  })
})

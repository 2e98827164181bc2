import { describe, expect, it } from 'vitest'
import { openFileStore } from '#service/file-store.ts'
import { makeReachableFolder } from './reachable-folder.ts'
import { openSandbox } from './sandbox/sandboxed.ts'

const content = Buffer.alloc(1000, 'stored ')

describe('A store of files', () => {
  it('has files that jobs in the sandbox find beside their others, again and again', async () => {
    const stored = (await openFileStore(makeReachableFolder(), 5000).put('a', content))!
    const command = ['busybox', 'sh', '-c', 'busybox cat before stored.bin in/after']
    const files = { before: 'a', 'stored.bin': stored, 'in/after': 'b' }
    const ends = await Promise.all([1, 2].map(() => openSandbox().run({ command, files })))
    for (const ended of ends) expect(ended).toMatchObject({ kind: 'exited', code: 0 })
    expect(ends[1]).toEqual(ends[0])
    const written = await openSandbox().run({ ...{ files }, command: ['busybox', 'touch', 'stored.bin'] })
    expect(written).toMatchObject({
      stderr: expect.stringMatching(/Read-only file system|not permitted|denied/),
    })
  })

  it('keeps a file as long as a job has it', async () => {
    const store = openFileStore(makeReachableFolder(), 1500)
    const stored = (await store.put('a', content))!
    const job = openSandbox().run({
      command: ['busybox', 'sh', '-c', 'busybox sleep 1 && busybox wc -c < a'],
      files: { a: stored },
    })
    expect(await store.put('b', content)).toBeUndefined()
    expect(await job).toMatchObject({ kind: 'exited', stdout: Buffer.from('1000\n') })
    expect(await store.put('b', content)).toBeDefined()
  })
})

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, rmdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createMemoryGroups, hasMemoryGroups, type MemoryGroup } from '#service/bubblewrap/memory-group.ts'

const megabyte = 1024 * 1024

describe.skipIf(!hasMemoryGroups())('A control group', () => {
  it('ends what takes more memory than it has', async () => {
    const group = createMemoryGroups().take(96 * megabyte)!
    expect(group.ranOut()).toBe(false)
    const hog = startHog(300, group)
    expect(await once(hog, 'close')).toEqual([null, 'SIGKILL'])
    expect(group.ranOut()).toBe(true)
    group.release()
  })

  it('begins anew for the next job', async () => {
    const groups = createMemoryGroups()
    const first = groups.take(96 * megabyte)!
    await once(startHog(300, first), 'close')
    expect(first.ranOut()).toBe(true)
    first.release()
    expect(groups.take(96 * megabyte)!.ranOut()).toBe(false)
  })

  it('is another one where somebody has removed the last', () => {
    const groups = createMemoryGroups()
    const first = groups.take(96 * megabyte)!
    first.release()
    rmdirSync(dirname(first.entry))
    expect(groups.take(96 * megabyte)!.entry).not.toBe(first.entry)
  })

  it('shares a limit with all others', async () => {
    const groups = createMemoryGroups(400 * megabyte)
    const hogs = [1, 2].map(() => startHog(200, groups.take(300 * megabyte)!))
    const [, signal] = await Promise.race(hogs.map((hog) => once(hog, 'close')))
    expect(signal).toBe('SIGKILL')
    for (const hog of hogs) hog.kill()
  })
})

/** A process of the group that takes so many megabytes and keeps them. */
function startHog(megabytes: number, { entry }: MemoryGroup): ChildProcess {
  const script = `globalThis.hoard = Buffer.alloc(${megabytes * megabyte}, 1); setTimeout(() => {}, 10_000)`
  const args = ['-c', 'echo 0 >&3; exec "$@"', 'sh', process.execPath, '-e', script]
  const fd = openSync(entry, 'w')
  const hog = spawn('sh', args, { stdio: ['ignore', 'ignore', 'ignore', fd] })
  closeSync(fd)
  return hog
}

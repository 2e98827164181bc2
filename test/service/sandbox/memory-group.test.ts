import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createMemoryGroup, hasMemoryGroups } from '#service/bubblewrap/memory-group.ts'

const megabyte = 1024 * 1024

describe.skipIf(!hasMemoryGroups())('A control group', () => {
  it('ends what takes more memory than it has', async () => {
    const group = createMemoryGroup(96 * megabyte)!
    const script = `process.stdin.once('data', () => Buffer.alloc(300 * ${megabyte}, 1))`
    const hog = spawn(process.execPath, ['-e', script])
    group.add(hog.pid!)
    expect(group.ranOut()).toBe(false)
    hog.stdin.end('go')
    expect(await once(hog, 'close')).toEqual([null, 'SIGKILL'])
    expect(group.ranOut()).toBe(true)
    group.remove()
  })

  it('does not mind a process that is gone', async () => {
    const group = createMemoryGroup(96 * megabyte)!
    const gone = spawn('true')
    await once(gone, 'close')
    group.add(gone.pid!)
    group.remove()
    expect(group.ranOut()).toBe(false)
  })
})

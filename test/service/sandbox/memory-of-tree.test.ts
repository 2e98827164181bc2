import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { memoryOfTree } from '#service/bubblewrap/memory-of-tree.ts'

const megabyte = 1024 * 1024

describe('The memory of a process', () => {
  it('is that of all that came from it', async () => {
    const script = `const held = Buffer.alloc(200 * ${megabyte}, 1); console.log(held.length); setInterval(() => {}, 9999)`
    const shell = spawn('sh', ['-c', '"$0" -e "$1"; :', process.execPath, script], { detached: true })
    await once(shell.stdout, 'data')
    const bytes = memoryOfTree(shell.pid!)
    process.kill(-shell.pid!, 'SIGKILL')
    expect(bytes).toBeGreaterThan(200 * megabyte)
    expect(bytes).toBeLessThan(500 * megabyte)
  })

  it('is none once it is gone', async () => {
    const gone = spawn('true')
    await once(gone, 'close')
    expect(memoryOfTree(gone.pid!)).toBe(0)
  })
})

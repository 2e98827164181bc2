import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const command = fileURLToPath(new URL('../../../src/scripts/toolroom.ts', import.meta.url))

describe('The command `npm run toolroom`', () => {
  it('says that the toolroom is ready, and where it is', () => {
    const { status, stdout } = spawnSync(process.execPath, [command, 'status', 'userspace'], {
      encoding: 'utf8',
    })
    expect(status).toBe(0)
    expect(stdout).toMatch(/^The toolroom «userspace» is ready: rustc 1\.85\.1, in \/.*\.\n$/)
  })
})

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { scopeCommand } from '#scripts/scope-command.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'no-oops-scope-'))
  vi.stubEnv('PATH', [folder, process.env.PATH].join(delimiter))
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

describe('The scope of an ordinary user', () => {
  it('is taken where systemd gives one', async () => {
    putSystemd('shift 6; [ "$1" = true ]')
    expect((await scopeCommand(true)).slice(0, 3)).toEqual(['systemd-run', '--user', '--scope'])
  })

  it('is done without where systemd gives none', async () => {
    putSystemd('echo "Failed to connect to bus" >&2; exit 1')
    expect(await scopeCommand(true)).toEqual([])
  })

  it('is not asked for where the kernel holds the memory already', async () => {
    putSystemd('exit 0')
    expect(await scopeCommand(false)).toEqual([])
  })
})

function putSystemd(script: string): void {
  writeFileSync(join(folder, 'systemd-run'), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, 'systemd-run'), 0o755)
}

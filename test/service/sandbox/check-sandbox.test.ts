import { describe, expect, it } from 'vitest'
import { createBubblewrapSandbox } from '#service/bubblewrap/bubblewrap.ts'
import { checkSandbox, explainSandboxError } from '#service/bubblewrap/check-sandbox.ts'
import { SandboxBusy, SandboxError, toSandboxError } from '#service/bubblewrap/sandbox-error.ts'

describe('A machine that cannot have the sandbox', () => {
  it('runs nothing: the job is rejected', async () => {
    const run = createBubblewrapSandbox({ root: '/nowhere' }).run({ command: ['busybox', 'true'], files: {} })
    await expect(run).rejects.toBeInstanceOf(SandboxError)
  })

  it('is told why when bubblewrap is missing', async () => {
    const { PATH } = process.env
    process.env.PATH = '/nowhere'
    const check = await checkSandbox().finally(() => (process.env.PATH = PATH))
    expect(check).toMatchObject({ usable: false, reason: 'bubblewrap is not installed.' })
  })

  it.each([
    ['bwrap: No permissions to create new namespace', 'does not allow user namespaces'],
    ['bwrap: setting up uid map: Permission denied', 'does not allow user namespaces'],
    ['sh: 1: exec: bwrap: not found', 'bubblewrap is not installed'],
    ['bwrap: Unknown option --disable-userns', 'bubblewrap is too old: 0.8 is needed'],
  ])('is told what «%s» means', (message, reason) => {
    expect(explainSandboxError(new SandboxError(message)).reason).toContain(reason)
  })
})

describe('A machine that has no room for another sandbox', () => {
  it.each([
    'bwrap could not be started: spawn bwrap EMFILE',
    'bwrap could not be started: spawn bwrap EAGAIN',
    'bwrap could not be started: spawn ENOMEM',
    'bwrap: Creating new namespace failed: Resource temporarily unavailable',
    "bwrap: Can't mount tmpfs on /newroot/tmp: Cannot allocate memory",
  ])('is told from one that cannot have it by «%s»', (message) => {
    expect(toSandboxError(message)).toBeInstanceOf(SandboxBusy)
    expect(toSandboxError('bwrap: setting up uid map: Permission denied')).not.toBeInstanceOf(SandboxBusy)
  })
})

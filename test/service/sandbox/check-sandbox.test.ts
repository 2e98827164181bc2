import { describe, expect, it } from 'vitest'
import { createBubblewrapSandbox } from '#service/bubblewrap/bubblewrap.ts'
import { checkSandbox, explainSandboxError } from '#service/bubblewrap/check-sandbox.ts'
import { SandboxError } from '#service/bubblewrap/sandbox-error.ts'

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
    ['bwrap: Unknown option --disable-userns', 'bubblewrap is too old: 0.8 is needed'],
  ])('is told what «%s» means', (message, reason) => {
    expect(explainSandboxError(new SandboxError(message)).reason).toContain(reason)
  })
})

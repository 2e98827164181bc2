import { once } from 'node:events'
import { execa } from 'execa'
import { describe, expect, it } from 'vitest'
import { runCommand } from '#scripts/run-command.ts'

const quiet = true

describe('a command that is run', () => {
  it('gives its exit code and, if it is quiet, both streams as they came', async () => {
    const script = 'echo one; echo two >&2; exit 3'
    expect(await runCommand(['sh', '-c', script], { quiet })).toEqual({ code: 3, output: 'one\ntwo\n' })
  })

  it('has 127 if there is no such program, and says so', async () => {
    expect(await runCommand(['/no/such/program'], { quiet })).toEqual({
      code: 127,
      output: 'spawn /no/such/program ENOENT',
    })
  })

  it('has 128 if a signal ended it', async () => {
    expect(await runCommand(['sh', '-c', 'kill -9 $$'], { quiet })).toEqual({ code: 128, output: '' })
  })

  it('has no input to wait for', async () => {
    expect(await runCommand(['cat'], { quiet })).toEqual({ code: 0, output: '' })
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends with the process that runs it: %s',
    async (signal) => {
      const script = `import { runCommand } from '${import.meta.resolve('#scripts/run-command.ts')}'
      await runCommand(['sh', '-c', 'sleep 0.3; echo started; exec sleep 60'])`
      const parent = execa(process.execPath, ['--input-type=module', '--eval', script], { reject: false })
      await once(parent.stdout, 'data')
      parent.kill(signal)
      // The command has the same output, so this would last a minute if it went on.
      expect(await parent).toMatchObject({ signal, stdout: 'started' })
    },
  )
})

import { describe, expect, test } from 'vitest'
import { toRustcJob } from '#service/rustc-job.ts'
import { openRealSandbox } from '../real-toolroom.ts'
import { programNames, readProgram } from './programs.ts'

describe('what is recorded of each program is what the rustc of the toolroom writes', async () => {
  const sandbox = await openRealSandbox()

  test.each(programNames)('%s', async (name) => {
    const files = { 'main.rs': readProgram(name) }
    const job = toRustcJob({ target: 'userspace', language: 'rust', action: 'check', files })
    const ended = await sandbox.run(job)
    if (ended.kind === 'stopped') throw new Error(`stopped: ${ended.reason}`)
    await expect(ended.stderr).toMatchFileSnapshot(`programs/${name}.jsonl`)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { toRustcJob } from '#service/rustc-job.ts'
import type { Sandbox } from '#service/sandbox.ts'
import { openRealSandbox, toolroomTimeout } from '../../service/real-toolroom.ts'
import { programNames, readProgram } from './programs.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await openRealSandbox()
}, toolroomTimeout)

describe('what is recorded of each program is what the rustc of the toolroom writes', () => {
  it.each(programNames)('%s', async (name) => {
    const files = { 'main.rs': readProgram(name) }
    const job = toRustcJob({ target: 'userspace', language: 'rust', action: 'check', files })
    const ended = await sandbox.run(job)
    if (ended.kind === 'stopped') throw new Error(`stopped: ${ended.reason}`)
    await expect(withoutHashes(ended.stderr)).toMatchFileSnapshot(`programs/${name}.jsonl`)
  })
})

/** The name of a file for a long type is another one in each run. */
function withoutHashes(stderr: string): string {
  return stderr.replaceAll(/long-type-\d+/g, 'long-type-0')
}

import { describe, expect, it } from 'vitest'
import { openMachines } from '#service/boot/open-machines.ts'
import type { Limits } from '#service/bubblewrap/limits.ts'
import type { JobResult } from '#service/sandbox.ts'
import { openToolroom } from '#service/toolroom/toolroom.ts'

/** These run scripts where the kernel would be: what holds them holds the code of a module. */
describe('the sandbox of machines', () => {
  it('passes output on as it comes', async () => {
    const chunks: { text: string; after: number }[] = []
    const started = performance.now()
    await runIn('echo one; busybox sleep 0.5; echo two', {}, (chunk) => {
      chunks.push({ text: Buffer.from(chunk).toString(), after: performance.now() - started })
    })
    expect(chunks.map(({ text }) => text)).toEqual(['one\n', 'two\n'])
    expect(chunks[1]!.after - chunks[0]!.after).toBeGreaterThan(300)
  })

  it('passes on no more than it allows', async () => {
    let bytes = 0
    const count = (chunk: Uint8Array): void => void (bytes += chunk.length)
    expect(await runIn('busybox yes', { stdoutBytes: 100_000 }, count)).toEqual(stoppedBy('output'))
    expect(bytes).toBe(100_000)
  })

  it.each([
    ['in one process', 'busybox awk "BEGIN { x = \\"0123456789abcdef\\"; while (1) x = x x }"'],
    ['in many', 'for n in $(busybox seq 20); do busybox yes | busybox tail -c 40m & done; wait'],
  ])('stops what takes too much memory, %s', async (_, script) => {
    expect(await runIn(script, { memoryBytes: 64 * 1024 * 1024, wallSeconds: 20 })).toEqual(
      stoppedBy('memory'),
    )
  })

  it('lets a program be loaded at fixed addresses, and nothing else that compilers may not', async () => {
    expect(await runIn('exit 0')).toMatchObject({ kind: 'exited', code: 0 })
    expect(await runIn('busybox nc 127.0.0.1 1')).toMatchObject({
      stderr: expect.stringContaining('not permitted'),
    })
    expect(await runIn('busybox ls /proc')).toMatchObject({ stderr: expect.stringContaining('No such file') })
  })
})

function stoppedBy(reason: string): unknown {
  return { kind: 'stopped', reason }
}

function runIn(
  script: string,
  limits: Partial<Limits> = {},
  onStdout?: (chunk: Uint8Array) => void,
): Promise<JobResult> {
  const command = ['busybox', 'sh', '-c', script]
  const job = { command, files: {}, ...(onStdout && { onStdout }) }
  return openMachines(openToolroom().root, limits).run(job)
}

import { describe, expect, it } from 'vitest'
import { withReadableNames } from '#service/kernel-log/readable-names.ts'
import type { Sandbox } from '#service/sandbox.ts'

const short = '_RNvCsabc_6driver4poll'
const long = '_RNvCsabc_6driver9unfolding'

/** A sandbox in which the names are written out as it is told. */
function createDemangler(readable: string[]): Sandbox {
  const stdout = Buffer.from(`${readable.join('\n')}\n`)
  return { run: () => Promise.resolve({ kind: 'exited', code: 0, stdout, stderr: '' }) }
}

describe('names of Rust in a report', () => {
  it('are as the source has them', async () => {
    expect(await withReadableNames([`${short}+0x1/0x2`], createDemangler(['driver::poll']))).toEqual([
      'driver::poll+0x1/0x2',
    ])
  })

  it('stay as they are if they would be endless', async () => {
    const readable = ['driver::poll', 'x'.repeat(3_000_000)]
    const text = `${short} ${`${long} `.repeat(10_000)}`
    const [told] = await withReadableNames([text], createDemangler(readable))
    expect(told).toBe(text.replace(short, 'driver::poll'))
  })
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createProofCache } from '#scripts/verify/proof-cache.ts'

let folder: string
let made: number
const make = { make: () => Promise.resolve({ answer: ++made }) }

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'no-oops-proofs-'))
  made = 0
})
afterEach(() => rm(folder, { recursive: true }))

describe('the cache of proofs', () => {
  it('makes an answer once, also for a later run', async () => {
    await createProofCache(folder, 'rustc 1')(['check', 'a'], make)
    expect(await createProofCache(folder, 'rustc 1')(['check', 'a'], make)).toEqual({ answer: 1 })
  })

  it('makes it again for another question or another compiler', async () => {
    await createProofCache(folder, 'rustc 1')(['check', 'a'], make)
    await createProofCache(folder, 'rustc 1')(['check', 'b'], make)
    expect(await createProofCache(folder, 'rustc 2')(['check', 'a'], make)).toEqual({ answer: 3 })
  })

  it('remembers no failure', async () => {
    const cache = createProofCache(folder, 'rustc 1')
    await expect(cache('a', { make: () => Promise.reject(new Error('no sandbox')) })).rejects.toThrow(
      'no sandbox',
    )
    expect(await cache('a', make)).toEqual({ answer: 1 })
  })
  it('does not keep an answer that does not last', async () => {
    const cache = createProofCache(folder, 'rustc 1')
    expect(await cache('a', { ...make, lasts: () => false })).toEqual({ answer: 1 })
    expect(await cache('a', make)).toEqual({ answer: 2 })
  })
})

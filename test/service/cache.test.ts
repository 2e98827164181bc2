import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createCache } from '#service/cache.ts'

const cache = () =>
  createCache<{ text: string }>({
    bytes: 100,
    sizeOf: ({ text }) => text.length,
    lifeOf: ({ text }) => (text === 'short' ? 20 : undefined),
  })

const give = (text: string) => () => Promise.resolve({ text })

describe('a cache', () => {
  it('stays within its bytes and forgets what was not asked for the longest', async () => {
    const small = cache()
    for (const key of ['a', 'b', 'c']) await small.get(key, give('x'.repeat(40)))
    expect(small.size).toBe(80)
    expect((await small.get('c', give(''))).from).toBe('cache')
    expect((await small.get('a', give('again'))).from).toBe('fresh')
  })

  it('does not keep what is larger than all of it', async () => {
    const small = cache()
    await small.get('a', give('x'.repeat(101)))
    expect(small.size).toBe(0)
  })

  it('lets a value go after its time', async () => {
    const small = cache()
    await small.get('a', give('short'))
    expect((await small.get('a', give('new'))).from).toBe('cache')
    await sleep(40)
    expect((await small.get('a', give('new'))).from).toBe('fresh')
  })

  it('does not start for somebody who has already gone', async () => {
    let started = false
    const make = () => ((started = true), Promise.resolve({ text: '' }))
    await expect(cache().get('a', make, AbortSignal.abort())).rejects.toThrow()
    expect(started).toBe(false)
  })

  it('lets the last one who waits go only when the work has ended', async () => {
    const shared = cache()
    let end = (): void => {}
    const make = () => new Promise<{ text: string }>((resolve) => (end = () => resolve({ text: '' })))
    const [first, last] = [new AbortController(), new AbortController()]
    const gone: string[] = []
    const asks = [first, last].map(({ signal }, n) =>
      shared.get('a', make, signal).catch(() => void gone.push(['first', 'last'][n]!)),
    )
    first.abort()
    last.abort()
    await sleep(5)
    expect(gone).toEqual(['first'])
    end()
    await Promise.all(asks)
    expect(gone).toEqual(['first', 'last'])
  })
})

import { describe, expect, it } from 'vitest'
import { toKnownAddress } from '#service/kernel-log/known-addresses.ts'

const last = (1n << 64n) - 1n

describe('a pointer is known by its value', () => {
  it.each([
    [0x100n, [], 'follows `next` of a deleted list entry, LIST_POISON1: 0x100'],
    [0x108n, [0x122n, 0x100n], 'follows `next` of a deleted list entry, LIST_POISON1: 0x108'],
    [0x122n, [0x122n], 'follows `prev` of a deleted list entry, LIST_POISON2: 0x122'],
    [last - 11n, [], 'ERR_PTR(-ENOMEM) dereferenced here: an error, not a pointer'],
    [0x14n, [0n, last - 11n], 'ERR_PTR(-ENOMEM) dereferenced here: an error, not a pointer'],
    [last - 516n, [], 'ERR_PTR(-EPROBE_DEFER) dereferenced here: an error, not a pointer'],
  ])('0x%s', (address, held, words) => {
    expect(toKnownAddress(address, held)?.words).toBe(words)
  })

  it.each([
    [0n, [last]],
    [0n, [last - 11n]],
    [0x8n, [last]],
    [0x108n, [0x7000n]],
    [0x60000000n, [last - 11n, 0x100n]],
  ])('but 0x%s can be anything', (address, held) => {
    expect(toKnownAddress(address, held)).toBeUndefined()
  })
})

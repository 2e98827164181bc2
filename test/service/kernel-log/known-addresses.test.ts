import { describe, expect, it } from 'vitest'
import { findError, toKnownAddress } from '#service/kernel-log/known-addresses.ts'

const last = (1n << 64n) - 1n

describe('a pointer is known by its value', () => {
  it.each([
    [0x100n, [], 'follows `next` of a deleted list entry, LIST_POISON1: 0x100'],
    [0x108n, [0x122n, 0x100n], 'follows `next` of a deleted list entry, LIST_POISON1: 0x108'],
    [0x122n, [0x122n], 'follows `prev` of a deleted list entry, LIST_POISON2: 0x122'],
    [last - 11n, [], 'ERR_PTR(-ENOMEM) dereferenced here: an error, not a pointer'],
    [0x14n, [0n, last - 11n], 'ERR_PTR(-ENOMEM) dereferenced here: an error, not a pointer'],
    [last - 7n, [], 'follows NULL as a list entry here: 8 bytes before it, where its structure would begin'],
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

describe('where the processor tells no address, an error is known by its value in a register', () => {
  it.each([
    [[0x1234n, last - 21n], 'ERR_PTR(-EINVAL) dereferenced here: an error, not a pointer'],
    [[last - 1n], 'ERR_PTR(-ENOENT) dereferenced here: an error, not a pointer'],
    [[last - 15n, (last - 15n) >> 3n], 'ERR_PTR(-EBUSY) dereferenced here: an error, not a pointer'],
  ])('%s', (held, words) => {
    expect(findError(held)?.words).toBe(words)
  })

  it.each([
    ['a count that has gone below nothing', [last]],
    ['a mask', [last - 15n]],
    ['a small number that is no error', [last - 383n]],
    ['a wild pointer', [0x6b6b6b6b6b6b6b6bn]],
  ])('but not %s', (_name, held) => {
    expect(findError(held)).toBeUndefined()
  })
})

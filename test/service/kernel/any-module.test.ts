import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readElf } from '#service/kernel/elf.ts'
import { findUndefined } from '#service/kernel/find-undefined.ts'
import { findUses } from '#service/kernel/find-uses.ts'
import { toLicence } from '#service/kernel/licence.ts'
import { toElfFile, toRelocation, toSymbol } from './elf-file.ts'

/** All that is asked of a module. */
function inspect(file: Uint8Array): unknown {
  const elf = readElf(file)
  if (!elf) return undefined
  const { symbols } = findUndefined(elf)
  const indexes = symbols.slice(0, 20).map(({ index }) => index)
  return { licence: toLicence(elf), symbols, uses: findUses(elf, indexes) }
}

const anyNumber = fc.oneof(fc.nat(8), fc.nat(100), fc.constantFrom(0xff00, 0xffff, 2 ** 31, 2 ** 32 - 1))
const anyLarge = fc.oneof(anyNumber, fc.constantFrom(2 ** 40, 2 ** 53, 2 ** 63))
const anySymbol = fc
  .record({
    name: anyNumber,
    kind: fc.constantFrom(0, 2, 0x12, 0x20),
    section: fc.oneof(fc.nat(6), fc.constantFrom(0xffff, 0xfff1)),
    value: anyLarge,
    size: anyLarge,
  })
  .map(toSymbol)
const anyRelocation = fc.tuple(anyLarge, anyNumber).map(([offset, symbol]) => toRelocation(offset, symbol))
const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 100 }),
  fc.array(fc.oneof(anySymbol, anyRelocation)).map((entries) => Buffer.concat(entries)),
  fc.constant(Buffer.from('\0.modinfo\0license=GPL\0name\0')),
)
const anySection = fc.record(
  {
    type: fc.constantFrom(0, 1, 2, 3, 4, 8, 18),
    name: anyNumber,
    link: fc.oneof(fc.nat(6), anyNumber),
    info: fc.oneof(fc.nat(6), anyNumber),
    bytes: anyBytes,
    size: anyLarge,
    offset: anyLarge,
  },
  { requiredKeys: ['type'] },
)
const anyElf = fc.record({
  sections: fc.array(anySection, { maxLength: 8 }),
  names: anyNumber.map((n) => n & 0xffff),
})

describe('whatever a module looks like', () => {
  it('it is read or refused, and uses lie in functions that it has', () => {
    fc.assert(
      fc.property(anyElf, (parts) => {
        const elf = readElf(toElfFile(parts))
        if (!elf) return
        const { symbols } = findUndefined(elf)
        const uses = findUses(
          elf,
          symbols.map(({ index }) => index),
        )
        expect(uses.length).toBe(symbols.length)
        for (const use of uses) expect(use?.offset ?? 0).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 2000 },
    )
  })

  it('it may be cut off, and any of its bytes may be another', () => {
    const symbols = Buffer.concat([
      ...[toSymbol({}), toSymbol({ name: 1, kind: 2, section: 1, size: 8 }), toSymbol({ name: 5 })],
    ])
    const whole = toElfFile({
      names: 3,
      sections: [
        ...[{ type: 0 }, { type: 1, bytes: Buffer.alloc(8) }, { type: 2, link: 3, bytes: symbols }],
        ...[
          { type: 3, bytes: Buffer.from('\0abc\0def\0.modinfo\0') },
          { type: 4, info: 1, bytes: toRelocation(4, 2) },
        ],
        { type: 1, name: 9, bytes: Buffer.from('license=GPL\0') },
      ],
    })
    expect(inspect(whole)).toMatchObject({ licence: 'GPL', uses: [{ symbol: 'abc', offset: 4 }] })
    const anyChange = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 8 }), fc.nat(whole.length), (changes, length) => {
        const file = Buffer.from(whole)
        for (const [at, byte] of changes) file[at] = byte
        inspect(file)
        inspect(file.subarray(0, length))
      }),
      { numRuns: 5000 },
    )
  })

  it('it may be any bytes at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        inspect(bytes)
        inspect(Buffer.concat([Buffer.from('\x7fELF'), bytes]))
      }),
    )
  })
})

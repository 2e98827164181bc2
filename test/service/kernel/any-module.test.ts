import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readElf } from '#service/kernel/elf.ts'
import { findUndefined } from '#service/kernel/find-undefined.ts'
import { giveAddresses } from '#service/kernel/give-addresses.ts'
import { findUses } from '#service/kernel/find-uses.ts'
import { toLicence } from '#service/kernel/licence.ts'
import { anyElfFile } from './any-elf-file.ts'
import { toElfFile, toRelocation, toSymbol } from './elf-file.ts'

/** All that is asked of a module. */
function inspect(file: Uint8Array): unknown {
  const elf = readElf(file)
  if (!elf) return undefined
  const { symbols } = findUndefined(elf)
  const indexes = symbols.slice(0, 20).map(({ index }) => index)
  const uses = findUses(elf, indexes)
  giveAddresses(
    file,
    uses.filter((use) => use !== undefined),
  )
  return { licence: toLicence(elf), symbols, uses }
}

describe('whatever a module looks like', () => {
  it('it is read or refused, and uses lie in functions that it has', () => {
    fc.assert(
      fc.property(anyElfFile, (file) => {
        const elf = readElf(file)
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

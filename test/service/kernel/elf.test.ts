import { describe, expect, it } from 'vitest'
import { bytesOfNamed, findNamed, readElf } from '#service/kernel/elf.ts'
import { findUndefined } from '#service/kernel/find-undefined.ts'
import { giveAddresses } from '#service/kernel/give-addresses.ts'
import { findUses } from '#service/kernel/find-uses.ts'
import { toLicence } from '#service/kernel/licence.ts'
import { toElfFile, toRelocation, toSymbol, type ElfSection } from './elf-file.ts'

const [text, symbols, relocations, strings, extendedIndexes] = [1, 2, 4, 3, 18]
const sectionNames = Buffer.from('\0.modinfo\0')
const symbolNames = Buffer.from('\0outer\0first\0second\0')
const [outer, first, second] = [1, 7, 13]
const none: ElfSection = { type: 0 }

/** A module with a function of 16 bytes in which what the relocations say is used. */
function toModule(uses: Buffer[], entries: Buffer[]): Uint8Array {
  const table = [toSymbol({}), toSymbol({ name: outer, kind: 2, section: 1, value: 4, size: 16 }), ...entries]
  return toElfFile({
    names: 3,
    sections: [
      none,
      { type: text, bytes: Buffer.alloc(20) },
      { type: symbols, link: 4, bytes: Buffer.concat(table) },
      { type: strings, bytes: sectionNames },
      { type: strings, bytes: symbolNames },
      { type: relocations, info: 1, bytes: Buffer.concat(uses) },
      { type: text, name: 1, bytes: Buffer.from('author=me\0license=GPL\0') },
    ],
  })
}

const undefinedTwice = [toSymbol({ name: first }), toSymbol({ name: second, kind: 0x20 })]

describe('what a module is asked for', () => {
  it('is its licence, wherever that stands', () => {
    expect(toLicence(readElf(toModule([], []))!)).toBe('GPL')
    expect(bytesOfNamed(readElf(toModule([], []))!, '.modinf').length).toBe(0)
  })

  it('is what it has from elsewhere, without what it can do without', () => {
    const elf = readElf(toModule([], undefinedTwice))!
    expect(findUndefined(elf)).toEqual({ symbols: [{ name: 'first', index: 2 }], more: 0 })
  })

  it('is where that is used: the first place that is in a function', () => {
    const elf = readElf(
      toModule([toRelocation(2, 2), toRelocation(20, 2), toRelocation(7, 2)], undefinedTwice),
    )
    expect(findUses(elf!, [2, 3])).toEqual([{ symbol: 'outer', offset: 3, isReturn: false }, undefined])
  })

  it('is the same where indexes of sections have no room in 16 bits', () => {
    const long = toSymbol({ name: outer, kind: 2, section: 0xffff, size: 8 })
    const index = 66_000
    const numbers = Buffer.alloc(12)
    numbers.writeUInt32LE(index, 4)
    const parts = [
      none,
      { type: symbols, link: 2, bytes: Buffer.concat([toSymbol({}), long, toSymbol({ name: first })]) },
      { type: strings, bytes: symbolNames },
      { type: extendedIndexes, link: 1, bytes: numbers },
      { type: relocations, info: index, bytes: toRelocation(5, 2) },
    ]
    const many = Array.from({ length: 66_001 - parts.length }, (): ElfSection => ({ type: text }))
    const elf = readElf(toElfFile({ names: 2, sections: [...parts, ...many] }))!
    expect(elf.sections.length).toBe(66_001)
    expect(findUses(elf, [2])).toEqual([{ symbol: 'outer', offset: 5, isReturn: false }])
  })
})

describe('a file that is not what it says is not read', () => {
  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['no ELF file', Buffer.alloc(1000)],
    ['a file without its table', toElfFile({ sections: [none] }).subarray(0, 100)],
    ['more sections than the file has', toElfFile({ sections: [none] }).with(0x3c, 9)],
    ['a table far behind the file', toElfFile({ sections: [none] }).with(0x2f, 9)],
    [
      'sections that lie over each other',
      toElfFile({
        sections: [none, ...Array.from({ length: 9 }, () => ({ type: text, offset: 0, size: 500 }))],
      }),
    ],
  ])('%s', (_name, file) => {
    expect(readElf(file)).toBeUndefined()
  })

  it('but a section that is longer than the file ends with it', () => {
    const file = toElfFile({ sections: [none, { type: text, offset: 0, size: 2 ** 60 }] })
    expect(readElf(file)!.sections[1]!.to).toBe(file.length)
  })
})

describe('a module that a symboliser is to read', () => {
  const frame = (symbol: string, offset: number, isReturn = false) => ({ symbol, offset, isReturn })
  const module = toElfFile({
    names: 4,
    sections: [
      none,
      { type: text, flags: 4, bytes: Buffer.alloc(5000) },
      { type: text, flags: 4, bytes: Buffer.alloc(20) },
      {
        type: symbols,
        link: 5,
        bytes: Buffer.concat([
          toSymbol({}),
          toSymbol({ name: outer, kind: 2, section: 1, value: 4, size: 16 }),
          toSymbol({ name: first, kind: 2, section: 2, value: 8, size: 16 }),
          toSymbol({ name: second, kind: 1, section: 6, value: 8, size: 16 }),
        ]),
      },
      { type: strings, bytes: Buffer.from('\0.debug_aranges\0') },
      { type: strings, bytes: symbolNames },
      { type: text, name: 1, bytes: Buffer.alloc(16) },
    ],
  })

  it('has its code at addresses that differ, and each frame one of them', () => {
    const frames = [frame('outer', 3), frame('first', 1), frame('first', 1, true)]
    expect(giveAddresses(module, frames)!.addresses).toEqual([0x10007, 0x12009, 0x12008])
    const { sections } = readElf(giveAddresses(module, frames)!.module)!
    expect(sections.map(({ isCode }) => isCode)).toEqual([false, true, true, false, false, false, false])
  })

  it('has no address for what is data, elsewhere or unknown', () => {
    const { addresses } = giveAddresses(module, [frame('second', 0), frame('none', 0)])!
    expect(addresses).toEqual([undefined, undefined])
    expect(giveAddresses(Buffer.from('no module'), [frame('outer', 0)])).toBeUndefined()
  })

  it('says nothing of its own of where it is, and is a copy', () => {
    const before = Buffer.from(module)
    const given = readElf(giveAddresses(module, [frame('outer', 0)])!.module)!
    expect(findNamed(given, new Set(['.debug_aranges'])).size).toBe(0)
    expect(Buffer.from(module)).toEqual(before)
    expect(findNamed(readElf(module)!, new Set(['.debug_aranges'])).size).toBe(1)
  })
})

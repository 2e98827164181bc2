import { toElfFile, toRelocation, toSymbol, type ElfSection } from '../service/kernel/elf-file.ts'

const [text, symbols, strings, relocations] = [1, 2, 3, 4]
const none: ElfSection = { type: 0 }
const isFunction = 2

/** A table of the same entry again and again, of about so many bytes. */
function fill(entry: Buffer, size: number): Buffer {
  return Buffer.alloc(Math.floor(size / entry.length) * entry.length, entry)
}

/** As many of the section as there are headers in so many bytes. */
function repeat(section: ElfSection, size: number): ElfSection[] {
  return Array.from({ length: Math.floor(size / 64) }, () => section)
}

function withSymbols(
  entries: Buffer,
  others: ElfSection[] = [],
  names = Buffer.from('\0name\0'),
): Uint8Array {
  const table = Buffer.concat([toSymbol({}), entries])
  return toElfFile({
    names: 2,
    sections: [
      none,
      { type: symbols, link: 2, bytes: table },
      { type: strings, bytes: names },
      { type: text, bytes: Buffer.alloc(16) },
      ...others,
    ],
  })
}

/** Twenty symbols that nobody gives, each of which is used where no function is. */
const wanted = Buffer.concat(Array.from({ length: 20 }, () => toSymbol({ name: 1 })))
const uses = Buffer.concat(
  Array.from({ length: 1000 }, (_, n) => toRelocation(2 ** 40 + n, 1 + Math.floor(n / 50))),
)

/** What a driver can have in its module by macros of the assembler, and files that no linker writes, of so many bytes. */
export const moduleShapes: Record<string, (size: number) => Uint8Array> = {
  'functions that hold no use': (size) =>
    withSymbols(
      Buffer.concat([wanted, fill(toSymbol({ name: 1, kind: isFunction, section: 3, size: 8 }), size)]),
      [{ type: relocations, info: 3, bytes: uses }],
    ),
  'functions that all hold the same use': (size) =>
    withSymbols(
      Buffer.concat([wanted, fill(toSymbol({ kind: isFunction, section: 3, size: 2 ** 41 }), size)]),
      [{ type: relocations, info: 3, bytes: uses }],
    ),
  'symbols that nobody gives': (size) => withSymbols(fill(toSymbol({ name: 1 }), size)),
  'symbols that share one endless name': (size) =>
    withSymbols(fill(toSymbol({ name: 1 }), size / 2), [], Buffer.alloc(size / 2, 'a')),
  'symbols whose names are behind the file': (size) => withSymbols(fill(toSymbol({ name: 2 ** 31 }), size)),
  'symbols in sections that are elsewhere': (size) =>
    withSymbols(fill(toSymbol({ name: 1, kind: isFunction, section: 0xffff }), size)),
  'uses of one symbol': (size) =>
    withSymbols(wanted, [{ type: relocations, info: 3, bytes: fill(toRelocation(4, 1), size) }]),
  'sections without bytes': (size) => toElfFile({ sections: repeat({ type: relocations }, size) }),
  'sections that share one long name': (size) =>
    toElfFile({
      names: 1,
      sections: [
        none,
        { type: strings, bytes: Buffer.alloc(size / 2, '.modinfo') },
        ...repeat({ type: text }, size / 2),
      ],
    }),
  'sections that lie over each other': (size) =>
    toElfFile({
      sections: repeat({ type: relocations, offset: 0, size }, size),
    }),
  'information that is empty': (size) =>
    toElfFile({
      names: 1,
      sections: [
        none,
        { type: strings, bytes: Buffer.from('.modinfo\0') },
        { type: text, bytes: Buffer.alloc(size) },
      ],
    }),
  'beginnings of a licence': (size) =>
    toElfFile({
      names: 1,
      sections: [
        none,
        { type: strings, bytes: Buffer.from('.modinfo\0') },
        { type: text, bytes: Buffer.alloc(size, '\0license') },
      ],
    }),
}

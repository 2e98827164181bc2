import type { Frame } from '../kernel-log/logged-report.ts'
import { bytesOf, extended, readText, readWord, sectionType, type Elf } from './elf.ts'

/** The table of symbols as it stands in the file: a module can have a million, so nothing is made of each. */
export interface SymbolTable {
  /** How many there are. */
  count: number
  entries: Buffer
  names: Buffer
  /** Of each symbol its section, where the entry has no room for it. */
  extendedIndexes: Buffer
}

/** Finds the table; it is empty if the file has none. */
export function readSymbolTable({ file, sections }: Elf): SymbolTable {
  const index = sections.findIndex(({ type }) => type === sectionType.symbols)
  const isExtension = ({ type, link }: Elf['sections'][number]): boolean =>
    type === sectionType.extendedIndexes && link === index
  const entries = bytesOf(file, sections[index])
  return {
    count: Math.floor(entries.length / entrySize),
    entries,
    names: bytesOf(file, sections[sections[index]?.link ?? 0]),
    extendedIndexes: bytesOf(file, sections.find(isExtension)),
  }
}

const entrySize = 24

/** The name of a symbol, or as many bytes of it. */
export function nameOfSymbol({ entries, names }: SymbolTable, index: number, most?: number): string {
  return readText(names, entries.readUInt32LE(index * entrySize), most)
}

/** True for a symbol that another file has to give. */
export function isUndefined({ entries }: SymbolTable, index: number): boolean {
  const at = index * entrySize
  return entries.readUInt16LE(at + 6) === 0 && entries[at + 4]! >> 4 !== weak
}

const weak = 2

/** True for a symbol of code. */
function isFunction({ entries }: SymbolTable, index: number): boolean {
  return (entries[index * entrySize + 4]! & 15) === functionType
}

const functionType = 2

/** The place in a function that has the byte at an offset of its section; undefined if the symbol is no function. */
export function toFrame(table: SymbolTable, symbol: number | undefined, offset: number): Frame | undefined {
  if (symbol === undefined || !isFunction(table, symbol)) return undefined
  const { from } = readExtent(table, symbol)
  return { symbol: nameOfSymbol(table, symbol), offset: offset - from, isReturn: false }
}

/** Where a symbol's code or data is: its section, and its bytes there. */
export interface Extent {
  section: number
  from: number
  to: number
}

/** Reads where a symbol is; section 0 is none. */
export function readExtent({ entries, extendedIndexes }: SymbolTable, index: number): Extent {
  const at = index * entrySize
  const short = entries.readUInt16LE(at + 6)
  const isLong = short === extended && index * 4 + 4 <= extendedIndexes.length
  const from = readWord(entries, at + 8)
  return {
    section: isLong ? extendedIndexes.readUInt32LE(index * 4) : short,
    from,
    to: from + readWord(entries, at + 16),
  }
}

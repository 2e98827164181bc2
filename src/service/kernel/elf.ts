import type { Frame } from '../kernel-log/logged-report.ts'

/** A section of a 64-bit little-endian ELF file. */
export interface Section {
  name: string
  type: number
  /** Of symbols the section with their names. */
  link: number
  /** Of relocations the section that they are for. */
  info: number
  bytes: Buffer
}

/** An entry of the table of symbols. */
export interface ElfSymbol {
  name: string
  /** What relocations know it by. */
  index: number
  kind: 'function' | 'other'
  isWeak: boolean
  /** Its section's index, 0 if another file has to give it. */
  section: number
  value: number
  size: number
}

/** Reads the sections of a module; throws if the file is not what it says. */
export function readSections(file: Uint8Array): Section[] {
  const elf = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const table = Number(elf.readBigUInt64LE(0x28))
  const headers = Array.from({ length: elf.readUInt16LE(0x3c) }, (_, index) =>
    elf.subarray(table + index * 64, table + index * 64 + 64),
  )
  const names = toBytes(elf, headers[elf.readUInt16LE(0x3e)]!)
  return headers.map((header) => ({
    name: toText(names, header.readUInt32LE(0)),
    type: header.readUInt32LE(4),
    link: header.readUInt32LE(40),
    info: header.readUInt32LE(44),
    bytes: header.readUInt32LE(4) === sectionType.nothing ? Buffer.alloc(0) : toBytes(elf, header),
  }))
}

const sectionType = { symbols: 2, relocations: 4, nothing: 8 }
const weak = 2
const functionType = 2

/** Reads the table of symbols. */
export function readSymbols(sections: Section[]): ElfSymbol[] {
  const table = sections.find(({ type }) => type === sectionType.symbols)
  if (!table) return []
  const names = sections[table.link]!.bytes
  return entries(table.bytes).map((entry, index) => ({
    name: toText(names, entry.readUInt32LE(0)),
    index,
    kind: (entry[4]! & 15) === functionType ? 'function' : 'other',
    isWeak: entry[4]! >> 4 === weak,
    section: entry.readUInt16LE(6),
    value: Number(entry.readBigUInt64LE(8)),
    size: Number(entry.readBigUInt64LE(16)),
  }))
}

/** A place in a function where a symbol is used. A module has as many relocations and functions as its author likes. */
export function useOf({ index }: ElfSymbol, symbols: ElfSymbol[], sections: Section[]): Frame | undefined {
  let left = mostTried
  for (const { type, bytes, info } of sections) {
    if (type !== sectionType.relocations) continue
    for (let at = 0; at + 24 <= bytes.length && left > 0; at += 24) {
      if (bytes.readUInt32LE(at + 12) !== index) continue
      left -= 1
      const frame = toFrame(symbols, info, Number(bytes.readBigUInt64LE(at)))
      if (frame) return frame
    }
  }
  return undefined
}

/** Uses in data, such as those of the debug information, are in no function. */
const mostTried = 50

function toFrame(symbols: ElfSymbol[], section: number, offset: number): Frame | undefined {
  const around = symbolAt(symbols, section, offset)
  return around?.kind === 'function'
    ? { symbol: around.name, offset: offset - around.value, isReturn: false }
    : undefined
}

/** The function or variable that has the byte at that offset of a section. */
export function symbolAt(symbols: ElfSymbol[], section: number, offset: number): ElfSymbol | undefined {
  return symbols.find(
    ({ section: own, value, size }) => own === section && value <= offset && offset < value + size,
  )
}

function entries(bytes: Buffer): Buffer[] {
  return Array.from({ length: Math.floor(bytes.length / 24) }, (_, index) =>
    bytes.subarray(index * 24, index * 24 + 24),
  )
}

function toBytes(elf: Buffer, header: Buffer): Buffer {
  const offset = Number(header.readBigUInt64LE(24))
  return elf.subarray(offset, offset + Number(header.readBigUInt64LE(32)))
}

function toText(bytes: Buffer, offset: number): string {
  return bytes.toString('utf8', offset, bytes.indexOf(0, offset))
}

/** What a test wants of an ELF file. */
export interface ElfParts {
  sections: ElfSection[]
  /** Index of the section with the names of the sections; 0 if none is given. */
  names?: number
}

export interface ElfSection {
  name?: number
  type: number
  /** 4 is code. */
  flags?: number
  link?: number
  info?: number
  bytes?: Uint8Array
  /** In place of the length of the bytes, which then need not be true. */
  size?: number
  /** In place of where the bytes are. */
  offset?: number
}

const headerSize = 64

/** Writes an ELF file as it is told to; numbers that have no room in 16 bits stand in the first section. */
export function toElfFile({ sections, names = 0 }: ElfParts): Uint8Array {
  const bodies = sections.map(({ bytes }) => Buffer.from(bytes ?? []))
  const table = headerSize + bodies.reduce((sum, { length }) => sum + length, 0)
  const header = Buffer.alloc(headerSize)
  header.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1])
  header.writeBigUInt64LE(BigInt(table), 0x28)
  const isLarge = sections.length >= 0xff00
  header.writeUInt16LE(isLarge ? 0 : sections.length, 0x3c)
  header.writeUInt16LE(isLarge ? 0xffff : names, 0x3e)
  const large = isLarge ? { size: sections.length, link: names } : {}
  let offset = headerSize
  const headers = sections.map((section, index) => {
    const own = { offset, size: bodies[index]!.length }
    offset += bodies[index]!.length
    return toHeader({ ...own, ...(index === 0 ? large : {}), ...section })
  })
  return Buffer.concat([header, ...bodies, ...headers])
}

function toHeader({
  name = 0,
  type,
  flags = 0,
  link = 0,
  info = 0,
  size = 0,
  offset = 0,
}: ElfSection): Buffer {
  const header = Buffer.alloc(64)
  header.writeUInt32LE(name, 0)
  header.writeUInt32LE(type, 4)
  header.writeBigUInt64LE(BigInt(flags), 8)
  header.writeBigUInt64LE(BigInt(offset), 24)
  header.writeBigUInt64LE(BigInt(size), 32)
  header.writeUInt32LE(link, 40)
  header.writeUInt32LE(info, 44)
  return header
}

export interface Entry {
  name?: number
  /** The upper four bits say how it is bound (2 is weak), the lower ones what it is (2 is a function). */
  kind?: number
  section?: number
  value?: number
  size?: number
}

/** Writes one entry of a table of symbols. */
export function toSymbol({ name = 0, kind = 0, section = 0, value = 0, size = 0 }: Entry): Buffer {
  const entry = Buffer.alloc(24)
  entry.writeUInt32LE(name, 0)
  entry[4] = kind
  entry.writeUInt16LE(section, 6)
  entry.writeBigUInt64LE(BigInt(value), 8)
  entry.writeBigUInt64LE(BigInt(size), 16)
  return entry
}

/** Writes one use of a symbol, at an offset of the section that the relocations are for. */
export function toRelocation(offset: number, symbol: number): Buffer {
  const entry = Buffer.alloc(24)
  entry.writeBigUInt64LE(BigInt(offset), 0)
  entry.writeUInt32LE(symbol, 12)
  return entry
}

/** A 64-bit little-endian ELF file. */
export interface Elf {
  file: Buffer
  /** Where the headers of the sections begin. */
  headersAt: number
  sections: Section[]
  /** The names of the sections, each up to a null byte. */
  names: Buffer
}

/** A section as its header describes it. */
export interface Section {
  /** Where in the names of the sections its own begins. */
  nameAt: number
  type: number
  /** True for what is run. */
  isCode: boolean
  /** Of symbols the section with their names, of extended indexes the section of the symbols. */
  link: number
  /** Of relocations the section that they are for. */
  info: number
  /** Its bytes in the file, of which a section that takes no room there has none. */
  from: number
  to: number
}

/** Numbers of `sh_type` that are asked for. */
export const sectionType = { none: 0, symbols: 2, relocations: 4, nothing: 8, extendedIndexes: 18 }

/** Stands for an index of a section that has no room in 16 bits and is elsewhere. */
export const extended = 0xffff

/**
 * Reads the headers of the sections; gives undefined if the file is not what it says. Its sections have no more bytes
 * together than the file, so that whoever reads them all reads no more than that.
 */
export function readElf(bytes: Uint8Array): Elf | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length < headerSize || file.readUInt32BE(0) !== magic) return undefined
  const table = readWord(file, 0x28)
  if (table + sectionSize > file.length) return undefined
  const count = file.readUInt16LE(0x3c) || readWord(file, table + sizeAt)
  if (table + count * sectionSize > file.length) return undefined
  const sections = Array.from({ length: count }, (_, index) => readSection(file, table + index * sectionSize))
  if (sections.reduce((sum, { from, to }) => sum + to - from, 0) > file.length) return undefined
  return { file, headersAt: table, sections, names: bytesOf(file, sections[toNamesIndex(file, sections)]) }
}

const headerSize = 64
const sectionSize = 64
const sizeAt = 32
const magic = 0x7f454c46

function readSection(file: Buffer, at: number): Section {
  const type = file.readUInt32LE(at + 4)
  const from = Math.min(file.length, readWord(file, at + 24))
  const takesRoom = type !== sectionType.nothing && type !== sectionType.none
  const to = takesRoom ? Math.min(file.length, from + readWord(file, at + sizeAt)) : from
  const nameAt = file.readUInt32LE(at)
  const isCode = (file.readUInt32LE(at + 8) & executable) !== 0
  return {
    nameAt,
    type,
    isCode,
    link: file.readUInt32LE(at + 40),
    info: file.readUInt32LE(at + 44),
    from,
    to,
  }
}

const executable = 4

/** Writes into the file at which address a section begins. */
export function setAddress({ file, headersAt }: Elf, section: number, address: number): void {
  file.writeBigUInt64LE(BigInt(address), headersAt + section * sectionSize + 16)
}

/** Takes a section's name in the file away, by which it is found. */
export function hideSection({ file, headersAt }: Elf, section: number): void {
  file.writeUInt32LE(0, headersAt + section * sectionSize)
}

function toNamesIndex(file: Buffer, sections: Section[]): number {
  const index = file.readUInt16LE(0x3e)
  return index === extended ? (sections[0]?.link ?? 0) : index
}

/** The bytes of a section; none of one that is not there. */
export function bytesOf(file: Buffer, section: Section | undefined): Buffer {
  return file.subarray(section?.from ?? 0, section?.to ?? 0)
}

/** The bytes of the first section of that name; none if there is none. */
export function bytesOfNamed(elf: Elf, name: string): Buffer {
  const index = findNamed(elf, new Set([name])).get(name)
  return index === undefined ? Buffer.alloc(0) : bytesOf(elf.file, elf.sections[index])
}

/** Finds the first section of each of the names, which have no more than a hundred bytes; looks at each section once. */
export function findNamed({ sections, names }: Elf, wanted: ReadonlySet<string>): Map<string, number> {
  const found = new Map<string, number>()
  for (const [index, { nameAt }] of sections.entries()) {
    const name = readText(names, nameAt, mostShortName)
    if (wanted.has(name) && !found.has(name)) found.set(name, index)
  }
  return found
}

/** Bytes. What is longer is none of the names that somebody asks for. */
const mostShortName = 101

/** Reads a text up to its null byte, or as far as a name may go. */
export function readText(bytes: Buffer, at: number, most = mostName): string {
  const text = bytes.subarray(at, at + most)
  const end = text.indexOf(0)
  return text.toString('utf8', 0, end < 0 ? text.length : end)
}

/** Bytes. The kernel takes 511; what Rust makes of its types has seldom more than 2000. */
const mostName = 4096

/** Reads 64 bits; exact up to 2⁵³, more than the length of any file. */
export function readWord(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at) + bytes.readUInt32LE(at + 4) * 2 ** 32
}

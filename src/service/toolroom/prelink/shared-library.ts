/** A shared library of x86-64, as the dynamic linker sees it. Addresses are those in the file. */
export interface SharedLibrary {
  file: Buffer
  /** Where each header of a segment is in the file. */
  segments: number[]
  /** Where each header of a section is in the file. */
  sections: number[]
  /** Tag → where its value is in the file. */
  dynamic: Map<number, number>
}

/** Reads a library; undefined if it is for another machine, or none. */
export function readSharedLibrary(file: Buffer): SharedLibrary | undefined {
  if (file.length < 64 || file.toString('latin1', 0, 4) !== '\x7fELF') return undefined
  if (file.readUInt16LE(16) !== sharedObject || file.readUInt16LE(18) !== x86_64) return undefined
  const segments = listHeaders(file, { table: read64(file, 32), size: 54, count: 56 })
  const sections = listHeaders(file, { table: read64(file, 40), size: 58, count: 60 })
  const library = { file, segments, sections, dynamic: new Map<number, number>() }
  const headerOfDynamic = segments.find((header) => file.readUInt32LE(header) === segmentType.dynamic)
  if (headerOfDynamic === undefined) return undefined
  readDynamic(library, read64(file, headerOfDynamic + 8))
  return library
}

const sharedObject = 3
const x86_64 = 62

export const segmentType = { load: 1, dynamic: 2, stack: 0x6474e551 } as const

/** Tags whose values are read or changed by name. */
export const tag = {
  pltSize: 2,
  got: 3,
  names: 5,
  symbols: 6,
  relocations: 7,
  relocationsSize: 8,
  plt: 23,
  relativeCount: 0x6ffffff9,
} as const

function listHeaders(file: Buffer, at: { table: number; size: number; count: number }): number[] {
  const size = file.readUInt16LE(at.size)
  return Array.from({ length: file.readUInt16LE(at.count) }, (_, index) => at.table + index * size)
}

function readDynamic({ file, dynamic }: SharedLibrary, start: number): void {
  for (let at = start; read64(file, at) !== 0; at += 16) dynamic.set(read64(file, at), at + 8)
}

/** The value of a tag, 0 if it has none. */
export function valueOf({ file, dynamic }: SharedLibrary, wanted: number): number {
  const at = dynamic.get(wanted)
  return at === undefined ? 0 : read64(file, at)
}

/** Where in the file an address is. */
export function offsetOf({ file, segments }: SharedLibrary, address: number): number {
  for (const header of segments) {
    if (file.readUInt32LE(header) !== segmentType.load) continue
    const past = address - read64(file, header + 16)
    if (past >= 0 && past < read64(file, header + 32)) return read64(file, header + 8) + past
  }
  throw new RangeError(`address ${address} is not in the file`)
}

/** Addresses and sizes are far below 2 ** 53. */
export function read64(file: Buffer, at: number): number {
  return file.readUInt32LE(at) + file.readUInt32LE(at + 4) * 2 ** 32
}

export function write64(file: Buffer, at: number, value: number): void {
  file.writeUInt32LE(value % 2 ** 32, at)
  file.writeUInt32LE(Math.floor(value / 2 ** 32), at + 4)
}

import { offsetOf, read64, readSharedLibrary, segmentType, tag, valueOf, write64 } from './shared-library.ts'
import type { SharedLibrary } from './shared-library.ts'

/**
 * Gives a shared library an address, and writes into the file what the dynamic linker would write at each start: its own
 * addresses, and those of Rust's functions that it has itself, whose names are in no other library. The linker asks the
 * kernel for that address, which is free in every process. Changes the bytes; undefined, and nothing changed, if they are no
 * library of x86-64 or have an address already.
 */
export function prelink(file: Buffer, base: number): Buffer | undefined {
  const library = readSharedLibrary(file)
  if (!library || hasAddress(library)) return undefined
  const relocations = relocationsOf(library, tag.relocations, tag.relocationsSize)
  const left = relocations.filter((at) => !settle(library, at, base))
  for (const at of left) moveRelocation(file, at, base)
  for (const at of relocationsOf(library, tag.plt, tag.pltSize)) movePlt(library, at, base)
  packRelocations(library, relocations[0] ?? 0, left)
  moveSymbols(library, base)
  moveFirstOfGot(library, base)
  moveDynamic(library, base)
  // The last: until then the headers tell where in the file an address is.
  moveHeaders(library, base)
  return file
}

function hasAddress({ file, segments }: SharedLibrary): boolean {
  const first = segments.find((header) => file.readUInt32LE(header) === segmentType.load)
  return first !== undefined && read64(file, first + 16) >= lowestAddress
}

/** A library without one begins at 0, or near it. */
const lowestAddress = 2 ** 40

const entrySize = 24

/** https://gitlab.com/x86-psABIs/x86-64-ABI, table 4.10. */
const relocation = { address64: 1, globalData: 6, jumpSlot: 7, relative: 8, indirectRelative: 37 } as const

function relocationsOf(library: SharedLibrary, table: number, size: number): number[] {
  const count = valueOf(library, size) / entrySize
  const start = count && offsetOf(library, valueOf(library, table))
  return Array.from({ length: count }, (_, index) => start + index * entrySize)
}

/** Does what a relocation asks for, if that is known before anything is loaded; tells whether it is. */
function settle(library: SharedLibrary, at: number, base: number): boolean {
  const value = valueToWrite(library, at)
  if (value !== undefined) write64(library.file, placeOf(library, at), value + base)
  return value !== undefined
}

/** Where in the file a relocation writes. */
function placeOf(library: SharedLibrary, at: number): number {
  return offsetOf(library, read64(library.file, at))
}

function valueToWrite(library: SharedLibrary, at: number): number | undefined {
  const { file } = library
  const kind = file.readUInt32LE(at + 8)
  if (kind === relocation.relative) return read64(file, at + 16)
  if (kind !== relocation.address64 && kind !== relocation.globalData) return undefined
  const symbol = symbolAt(library, file.readUInt32LE(at + 12))
  if (!symbol.isHere || !isRusts(symbol.name)) return undefined
  return symbol.address + (kind === relocation.address64 ? read64(file, at + 16) : 0)
}

function symbolAt(library: SharedLibrary, index: number): { name: string; address: number; isHere: boolean } {
  const { file } = library
  const at = offsetOf(library, valueOf(library, tag.symbols)) + index * entrySize
  const name = offsetOf(library, valueOf(library, tag.names)) + file.readUInt32LE(at)
  return {
    name: file.toString('latin1', name, file.indexOf(0, name)),
    address: read64(file, at + 8),
    isHere: file.readUInt16LE(at + 6) !== 0,
  }
}

/** Those names have a hash of their crate, so that another library has none of them; the allocator's may be elsewhere. */
function isRusts(name: string): boolean {
  return (name.startsWith('_R') && !name.includes('7___rustc')) || /17h[0-9a-f]{16}E$/.test(name)
}

function moveRelocation(file: Buffer, at: number, base: number): void {
  write64(file, at, read64(file, at) + base)
  if (file.readUInt32LE(at + 8) === relocation.indirectRelative)
    write64(file, at + 16, read64(file, at + 16) + base)
}

/** Functions that are looked up when they are first called: until then their slots lead back to what looks them up. */
function movePlt(library: SharedLibrary, at: number, base: number): void {
  const { file } = library
  if (file.readUInt32LE(at + 8) === relocation.jumpSlot) {
    const slot = placeOf(library, at)
    write64(file, slot, read64(file, slot) + base)
  }
  moveRelocation(file, at, base)
}

/** What is left stands at the front of the table. */
function packRelocations({ file, dynamic }: SharedLibrary, start: number, left: number[]): void {
  for (const [index, at] of left.entries()) file.copy(file, start + index * entrySize, at, at + entrySize)
  const [size, count] = [dynamic.get(tag.relocationsSize), dynamic.get(tag.relativeCount)]
  if (size !== undefined) write64(file, size, left.length * entrySize)
  if (count !== undefined) write64(file, count, 0)
}

const sectionOfSymbols = 11
/** Section numbers of symbols that are no addresses: defined elsewhere, or a fixed value. */
const noAddress = [0, 0xfff1]
/** Symbols of thread-local data are offsets. */
const threadLocal = 6

function moveSymbols({ file, sections }: SharedLibrary, base: number): void {
  const header = sections.find((at) => file.readUInt32LE(at + 4) === sectionOfSymbols)
  if (header === undefined) return
  const [start, size] = [read64(file, header + 24), read64(file, header + 32)]
  for (let at = start; at < start + size; at += entrySize) {
    const isAddress = !noAddress.includes(file.readUInt16LE(at + 6)) && (file[at + 4]! & 15) !== threadLocal
    if (isAddress) write64(file, at + 8, read64(file, at + 8) + base)
  }
}

/** The first entry is the address of the dynamic section. */
function moveFirstOfGot(library: SharedLibrary, base: number): void {
  const got = valueOf(library, tag.got)
  const at = got && offsetOf(library, got)
  if (at && read64(library.file, at) !== 0) write64(library.file, at, read64(library.file, at) + base)
}

/** Tags whose values are addresses: tables of symbols, names, hashes, relocations and versions, and what runs at begin and end. */
const addresses = [3, 4, 5, 6, 7, 12, 13, 23, 25, 26, 32, 0x6ffffef5, 0x6ffffff0, 0x6ffffffc, 0x6ffffffe]

function moveDynamic({ file, dynamic }: SharedLibrary, base: number): void {
  for (const wanted of addresses) {
    const at = dynamic.get(wanted)
    if (at !== undefined) write64(file, at, read64(file, at) + base)
  }
}

function moveHeaders({ file, segments, sections }: SharedLibrary, base: number): void {
  const ofSegments = segments.filter((at) => file.readUInt32LE(at) !== segmentType.stack)
  const ofSections = sections.filter((at) => read64(file, at + 16) !== 0)
  const places = [...ofSegments.flatMap((at) => [at + 16, at + 24]), ...ofSections.map((at) => at + 16)]
  for (const at of places) write64(file, at, read64(file, at) + base)
}

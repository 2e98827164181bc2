import type { Frame } from '../kernel-log/logged-report.ts'
import { findNamed, hideSection, readElf, setAddress, type Elf } from './elf.ts'
import { nameOfSymbol, readExtent, readSymbolTable } from './elf-symbols.ts'

/** A module whose code has addresses as if it was loaded, and the address of each frame; undefined for one that it has not. */
export interface AddressedModule {
  module: Uint8Array
  addresses: (number | undefined)[]
}

/** Puts the code of a module somewhere, so that a symboliser can tell its sections apart; undefined if it is no module. */
export function giveAddresses(module: Uint8Array, frames: Frame[]): AddressedModule | undefined {
  const elf = readElf(Uint8Array.from(module))
  if (!elf) return undefined
  const sections = placeCode(elf)
  // What it says of addresses is still that of a file without them.
  const ranges = findNamed(elf, new Set([addressRanges])).get(addressRanges)
  if (ranges !== undefined) hideSection(elf, ranges)
  const functions = findFunctions(elf, sections, new Set(frames.map(({ symbol }) => symbol)))
  const addresses = frames.map(({ symbol, offset, isReturn }) => {
    const from = functions.get(symbol)
    return from === undefined ? undefined : from + offset - (isReturn ? 1 : 0)
  })
  return { module: elf.file, addresses }
}

const addressRanges = '.debug_aranges'

/** Section → address. */
function placeCode(elf: Elf): Map<number, number> {
  const placed = new Map<number, number>()
  let next = firstAddress
  for (const [index, { isCode, from, to }] of elf.sections.entries()) {
    if (!isCode) continue
    setAddress(elf, index, next)
    placed.set(index, next)
    next += (Math.floor((to - from) / page) + 1) * page
  }
  return placed
}

const [firstAddress, page] = [0x10000, 0x1000]

/** Name → address. */
function findFunctions(
  elf: Elf,
  sections: Map<number, number>,
  wanted: ReadonlySet<string>,
): Map<string, number> {
  if (wanted.size === 0) return new Map()
  const table = readSymbolTable(elf)
  const most = Math.max(...[...wanted].map((name) => Buffer.byteLength(name))) + 1
  const found = new Map<string, number>()
  for (let index = 1; index < table.count; index += 1) {
    const { section, from } = readExtent(table, index)
    const address = sections.get(section)
    if (address === undefined) continue
    const name = nameOfSymbol(table, index, most)
    if (wanted.has(name)) found.set(name, address + from)
  }
  return found
}

import type { Frame } from '../kernel-log/logged-report.ts'
import { bytesOf, readWord, sectionType, type Elf, type Section } from './elf.ts'
import { readSymbolTable, toFrame } from './elf-symbols.ts'
import { findSymbolsAt, type SectionOffset } from './find-symbols-at.ts'

/**
 * Finds for each symbol, by the index that relocations know it by, a place in a function where it is used; undefined if
 * there is none. Reads each relocation and each symbol once.
 */
export function findUses(elf: Elf, symbols: number[]): (Frame | undefined)[] {
  const uses = readUses(elf, symbols)
  const table = readSymbolTable(elf)
  const all = [...uses.values()].flat()
  const around = findSymbolsAt(table, all)
  const frames = new Map(all.map((use, index) => [use, toFrame(table, around[index], use.offset)]))
  return symbols.map((symbol) => firstOf(uses.get(symbol)!, (use) => frames.get(use)))
}

function firstOf<Item, Value>(items: Item[], read: (item: Item) => Value | undefined): Value | undefined {
  for (const item of items) {
    const value = read(item)
    if (value !== undefined) return value
  }
  return undefined
}

function readUses({ file, sections }: Elf, symbols: number[]): Map<number, SectionOffset[]> {
  const uses = new Map(symbols.map((symbol): [number, SectionOffset[]] => [symbol, []]))
  for (const section of sections) {
    if (section.type === sectionType.relocations) addUses(bytesOf(file, section), section, uses)
  }
  return uses
}

function addUses(relocations: Buffer, { info }: Section, uses: Map<number, SectionOffset[]>): void {
  for (let at = 0; at + relocationSize <= relocations.length; at += relocationSize) {
    const found = uses.get(relocations.readUInt32LE(at + 12))
    if (found && found.length < mostTried) found.push({ section: info, offset: readWord(relocations, at) })
  }
}

const relocationSize = 24

/** Uses in data, such as those of the debug information, are in no function. */
const mostTried = 50

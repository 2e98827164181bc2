import type { Elf } from './elf.ts'
import { isUndefined, nameOfSymbol, readSymbolTable } from './elf-symbols.ts'

/** A symbol that a module has from elsewhere. */
export interface UndefinedSymbol {
  name: string
  /** What relocations know it by. */
  index: number
}

/** The symbols that a module has from elsewhere, up to more than any kernel exports, and how many follow. */
export interface UndefinedSymbols {
  symbols: UndefinedSymbol[]
  more: number
}

/** Finds what the kernel has to give to a module. */
export function findUndefined(elf: Elf): UndefinedSymbols {
  const table = readSymbolTable(elf)
  const symbols: UndefinedSymbol[] = []
  let more = 0
  // The first entry stands for no symbol.
  for (let index = 1; index < table.count; index += 1) {
    if (!isUndefined(table, index)) continue
    if (symbols.length < mostSymbols) symbols.push({ name: nameOfSymbol(table, index, mostName), index })
    else more += 1
  }
  return { symbols: symbols.filter(({ name }) => name !== ''), more }
}

const mostSymbols = 20_000

/** Bytes; the kernel's names have up to 511. */
const mostName = 512

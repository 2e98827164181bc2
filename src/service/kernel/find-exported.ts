import type { Elf } from './elf.ts'
import { nameOfSymbol, readSymbolTable } from './elf-symbols.ts'

/** The symbols that a module gives to those that are loaded after it, up to more than anybody writes. */
export function findExported(elf: Elf): string[] {
  const table = readSymbolTable(elf)
  const exported: string[] = []
  for (let index = 1; index < table.count && exported.length < mostExported; index += 1) {
    const name = nameOfSymbol(table, index, mostName)
    if (name.startsWith(prefix)) exported.push(name.slice(prefix.length))
  }
  return exported
}

const prefix = '__ksymtab_'

const mostExported = 1000

/** Bytes; the kernel's names have up to 511. */
const mostName = 512

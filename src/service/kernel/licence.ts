import { bytesOfNamed, readText, type Elf } from './elf.ts'

/** What a module says in `MODULE_LICENSE` or `license:`. */
export function toLicence(elf: Elf): string | undefined {
  const entries = bytesOfNamed(elf, '.modinfo')
  const isFirst = entries.subarray(0, word.length).equals(word)
  const at = isFirst ? 0 : entries.indexOf(`\0${word.toString()}`) + 1
  return isFirst || at > 0 ? readText(entries, at + word.length) : undefined
}

const word = Buffer.from('license=')

/** As the kernel sees it (include/linux/license.h). */
export function isCompatible(licence: string): boolean {
  return compatible.has(licence)
}

const compatible = new Set([
  ...['GPL', 'GPL v2', 'GPL and additional rights'],
  ...['Dual BSD/GPL', 'Dual MIT/GPL', 'Dual MPL/GPL'],
])

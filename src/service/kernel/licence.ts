import type { Section } from './elf.ts'

/** What a module says in `MODULE_LICENSE` or `license:`. */
export function toLicence(sections: Section[]): string | undefined {
  const entries =
    sections
      .find(({ name }) => name === '.modinfo')
      ?.bytes.toString()
      .split('\0') ?? []
  return entries.find((entry) => entry.startsWith('license='))?.slice('license='.length)
}

/** As the kernel sees it (include/linux/license.h). */
export function isCompatible(licence: string): boolean {
  return compatible.has(licence)
}

const compatible = new Set([
  ...['GPL', 'GPL v2', 'GPL and additional rights'],
  ...['Dual BSD/GPL', 'Dual MIT/GPL', 'Dual MPL/GPL'],
])

import type { SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import { symbolise } from '../kernel-log/symbolise.ts'
import { readSections, readSymbols, useOf, type ElfSymbol } from './elf.ts'
import { toLicence, isCompatible } from './licence.ts'
import type { KernelEnvironment } from './kernel-environment.ts'
import type { KernelExports } from './kernel-exports.ts'
import { missingLicence, toRefusal } from './refusal.ts'

/** A linked module, and the sources that it came from. */
export interface Linked {
  module: Uint8Array
  files: SourceFiles
}

/**
 * What Kbuild's modpost refuses in a module: symbols that the kernel does not give it, `build_assert!`s that did not
 * hold among them, and a licence that does not go with what it uses.
 */
export async function inspectModule(
  place: KernelEnvironment,
  { module, files }: Linked,
  signal?: AbortSignal,
): Promise<Diagnostic[]> {
  const sections = readSections(module)
  const symbols = readSymbols(sections)
  const refused = findRefused(symbols, place.exports, toLicence(sections))
  const uses = refused.map((symbol) => useOf(symbol, symbols, sections))
  const frames = uses.filter((use) => use !== undefined)
  const places = await symbolise({ module, frames }, place.compilers, signal)
  const found = new Map(frames.map((frame, index) => [frame, places[index] ?? []]))
  return [
    ...(toLicence(sections) === undefined ? [missingLicence] : []),
    ...refused.map((symbol, index) => {
      const use = uses[index]
      return toRefusal(symbol.name, {
        isExported: place.exports.has(symbol.name),
        chain: (use && found.get(use)) ?? [],
        files,
      })
    }),
  ]
}

/** As many as a reader can want to see. */
const mostRefused = 20

function findRefused(symbols: ElfSymbol[], exports: KernelExports, licence: string | undefined): ElfSymbol[] {
  const isRefused = ({ name }: ElfSymbol): boolean => {
    const found = exports.get(name)
    return found ? found.gplOnly && licence !== undefined && !isCompatible(licence) : true
  }
  return symbols
    .filter(({ section, name, isWeak }) => section === 0 && name !== '' && !isWeak)
    .filter(isRefused)
    .slice(0, mostRefused)
}

import type { SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import { symbolise } from '../kernel-log/symbolise.ts'
import { readElf } from './elf.ts'
import { findUndefined, type UndefinedSymbol, type UndefinedSymbols } from './find-undefined.ts'
import { findUses } from './find-uses.ts'
import { toLicence, isCompatible } from './licence.ts'
import type { KernelEnvironment } from './kernel-environment.ts'
import type { KernelExports } from './kernel-exports.ts'
import { missingLicence, notReadable, toMoreRefusals, toRefusal, type MoreRefusals } from './refusal.ts'

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
  const elf = readElf(module)
  if (!elf) return [notReadable]
  const licence = toLicence(elf)
  const undefinedSymbols = findUndefined(elf)
  const { shown, more } = findRefused(undefinedSymbols, place.exports, licence)
  const uses = findUses(
    elf,
    shown.map(({ index }) => index),
  )
  const frames = uses.filter((use) => use !== undefined)
  const places = await symbolise({ module, frames }, place.compilers, signal)
  const found = new Map(frames.map((frame, index) => [frame, places[index] ?? []]))
  return [
    ...(licence === undefined ? [missingLicence] : []),
    ...shown.map(({ name }, index) => {
      const use = uses[index]
      return toRefusal(name, {
        isExported: place.exports.has(name),
        chain: (use && found.get(use)) ?? [],
        files,
      })
    }),
    ...toMoreRefusals(more),
  ]
}

/** As many as a reader can want to see, and what else there is. */
interface Refused {
  shown: UndefinedSymbol[]
  more: MoreRefusals
}

const mostShown = 20

function findRefused(
  { symbols, more }: UndefinedSymbols,
  exports: KernelExports,
  licence: string | undefined,
): Refused {
  const refused = symbols.filter(({ name }) => {
    const found = exports.get(name)
    return found ? found.gplOnly && licence !== undefined && !isCompatible(licence) : true
  })
  const shown = refused.slice(0, mostShown)
  return { shown, more: { count: refused.length - shown.length, isLeast: more > 0 } }
}

import type { SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import { symbolise } from '../kernel-log/symbolise.ts'
import type { Parsed } from '../parsing/parser-pool.ts'
import type { ModuleNeeds } from '../parsing/parsers.ts'
import type { UndefinedSymbol } from './find-undefined.ts'
import { isCompatible } from './licence.ts'
import type { KernelEnvironment } from './kernel-environment.ts'
import type { KernelExports } from './kernel-exports.ts'
import { missingLicence, notReadable, toMoreRefusals, toRefusal, type MoreRefusals } from './refusal.ts'

/** A linked module, the sources that it came from, and what it may use. */
export interface Linked {
  module: Uint8Array
  files: SourceFiles
  exports: KernelExports
}

/**
 * What Kbuild's modpost refuses in a module: symbols that the kernel does not give it, `build_assert!`s that did not
 * hold among them, and a licence that does not go with what it uses. Stopped if that cannot be told in time.
 */
export async function inspectModule(
  place: KernelEnvironment,
  linked: Linked,
  signal?: AbortSignal,
): Promise<Parsed<Diagnostic[]>> {
  const needs = await place.parsers.parse('moduleNeeds', { output: linked.module }, signal)
  if (needs.kind === 'stopped') return needs
  if (!needs.value) return { kind: 'parsed', value: [notReadable] }
  const { licence } = needs.value
  const { shown, more } = findRefused(needs.value, linked.exports)
  const refusals = await describeRefused(place, { ...linked, shown }, signal)
  if (refusals.kind === 'stopped') return refusals
  const missing = licence === undefined ? [missingLicence] : []
  return { kind: 'parsed', value: [...missing, ...refusals.value, ...toMoreRefusals(more)] }
}

/** Tells of each symbol on the line where it is used. */
async function describeRefused(
  place: KernelEnvironment,
  { module, files, exports, shown }: Linked & { shown: UndefinedSymbol[] },
  signal?: AbortSignal,
): Promise<Parsed<Diagnostic[]>> {
  if (shown.length === 0) return { kind: 'parsed', value: [] }
  const symbols = shown.map(({ index }) => index)
  const uses = await place.parsers.parse('moduleUses', { output: module, symbols }, signal)
  if (uses.kind === 'stopped') return uses
  const frames = uses.value.filter((use) => use !== undefined)
  const places = await symbolise({ module, frames }, place, signal)
  const found = new Map(frames.map((frame, index) => [frame, places[index] ?? []]))
  const refusals = shown.map(({ name }, index) => {
    const use = uses.value[index]
    const chain = (use && found.get(use)) ?? []
    return toRefusal(name, { isExported: exports.has(name), chain, files })
  })
  return { kind: 'parsed', value: refusals }
}

/** As many as a reader can want to see, and what else there is. */
interface Refused {
  shown: UndefinedSymbol[]
  more: MoreRefusals
}

const mostShown = 20

function findRefused({ symbols, more, licence }: ModuleNeeds, exports: KernelExports): Refused {
  const refused = symbols.filter(({ name }) => {
    const found = exports.get(name)
    return found ? found.gplOnly && licence !== undefined && !isCompatible(licence) : true
  })
  const shown = refused.slice(0, mostShown)
  return { shown, more: { count: refused.length - shown.length, isLeast: more > 0 } }
}

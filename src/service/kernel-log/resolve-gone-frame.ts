import type { SourceLines } from '../rustc-json/source-lines.ts'
import { readSections, readSymbols, symbolAt, type ElfSymbol } from '../kernel/elf.ts'
import type { Frame, LoggedPlace } from './logged-report.ts'

/** What lay where a frame of an unloaded module points: code, or a variable that the source declares. */
export type ResolvedFrame = { frame: Frame } | { place: LoggedPlace } | undefined

/** Makes a function that looks frames which are told by their section up in the module. */
export function createFrameResolver(
  module: Uint8Array,
  sources: SourceLines,
): (frame: Frame) => ResolvedFrame {
  const sections = readSections(module)
  const symbols = readSymbols(sections)
  return ({ symbol, offset, isReturn }) => {
    const index = sections.findIndex(({ name }) => name === symbol)
    const found = symbolAt(symbols, index, offset - (isReturn ? 1 : 0))
    if (!found) return undefined
    return found.kind === 'function'
      ? { frame: { symbol: found.name, offset: offset - found.value, isReturn } }
      : toDeclaration(found, sources)
  }
}

/** The symboliser knows the names of variables, not their lines. */
function toDeclaration({ name }: ElfSymbol, sources: SourceLines): ResolvedFrame {
  if (!/^\w{1,100}$/.test(name)) return undefined
  const declared = new RegExp(`^[^\\s#/*].*\\b${name}\\b\\s*([[=;,]|$)`)
  for (const [file, lines] of sources) {
    const line = lines.findIndex((text) => declared.test(text))
    if (line >= 0) return { place: { file, line: line + 1 } }
  }
  return undefined
}

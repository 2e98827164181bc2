import { findNamed, readElf } from '../kernel/elf.ts'
import { nameOfSymbol, readSymbolTable, toFrame } from '../kernel/elf-symbols.ts'
import { findSymbolsAt } from '../kernel/find-symbols-at.ts'
import type { SourceLines } from '#compiler-output/rustc-json/source-lines.ts'
import type { Frame, LoggedPlace } from './logged-report.ts'

/** What lay where a frame of an unloaded module points: code, or a variable that the source declares. */
export type ResolvedFrame = { frame: Frame } | { place: LoggedPlace } | undefined

/** Looks frames that are told by their section up in the module. */
export function resolveGoneFrames(
  frames: Frame[],
  module: Uint8Array,
  sources: SourceLines,
): ResolvedFrame[] {
  const elf = readElf(module)
  if (!elf) return frames.map(() => undefined)
  const table = readSymbolTable(elf)
  const sections = findNamed(elf, new Set(frames.map(({ symbol }) => symbol)))
  const places = frames.map(({ symbol, offset, isReturn }) => ({
    section: sections.get(symbol) ?? -1,
    offset: offset - (isReturn ? 1 : 0),
  }))
  const declarations = readDeclarations(sources)
  return findSymbolsAt(table, places).map((symbol, index) => {
    if (symbol === undefined) return undefined
    const { offset, isReturn } = frames[index]!
    const frame = toFrame(table, symbol, offset)
    return frame ? { frame: { ...frame, isReturn } } : declarations.get(nameOfSymbol(table, symbol))
  })
}

/** Name → where a variable of that name is declared first: the symboliser knows their names, not their lines. */
function readDeclarations(sources: SourceLines): Map<string, { place: LoggedPlace }> {
  const declarations = new Map<string, { place: LoggedPlace }>()
  for (const [file, lines] of sources) {
    const named = lines.flatMap((line, index) =>
      namesDeclaredOn(line).map((name) => [name, index + 1] as const),
    )
    for (const [name, line] of named)
      if (!declarations.has(name)) declarations.set(name, { place: { file, line } })
  }
  return declarations
}

/** The first word of a line is a type. */
function namesDeclaredOn(line: string): string[] {
  if (!mayDeclare.test(line)) return []
  return [...line.matchAll(declared)].flatMap(({ index, 1: name }) => (index > 0 ? [name!] : []))
}

const mayDeclare = /^[^\s#/*]/
const declared = /\b(\w+)\b\s*(?:[[=;,]|$)/g

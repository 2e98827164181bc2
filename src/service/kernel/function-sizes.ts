import type { FunctionSize } from '#protocol/inspect.ts'

/** Functions, the largest first, and the bytes of all code. */
export interface CodeSizes {
  functions: FunctionSize[]
  bytes: number
}

/** Reads what `llvm-nm --demangle --format=sysv` says of a module. */
export function readFunctionSizes(output: string): CodeSizes {
  const symbols = output.split('\n').flatMap(readSymbol).filter(isDrivers)
  const shared = new Map(symbols.map(({ place, bytes }) => [place, bytes]))
  return {
    functions: symbols
      .map(({ name, bytes }) => ({ name, bytes }))
      .sort((a, b) => b.bytes - a.bytes || (a.name < b.name ? -1 : 1))
      .slice(0, mostFunctions),
    bytes: [...shared.values()].reduce((sum, bytes) => sum + bytes, 0),
  }
}

const mostFunctions = 500
const mostName = 500

interface Symbol extends FunctionSize {
  /** Section and address there. */
  place: string
}

/** Names come first, and nobody says what may stand in them. */
function readSymbol(line: string): Symbol[] {
  const columns = line.split('|')
  const [address, , kind = '', size = '', , section] = columns.slice(-6)
  const bytes = Number.parseInt(size, 16)
  if (columns.length < 7 || kind.trim() !== 'FUNC' || !(bytes > 0)) return []
  const name = columns.slice(0, -6).join('|').trim().slice(0, mostName)
  return [{ place: `${section} ${address}`, bytes, name }]
}

/** The part that Kbuild adds to each module was made with KASAN. */
function isDrivers({ name }: FunctionSize): boolean {
  return !name.startsWith('asan.module_')
}

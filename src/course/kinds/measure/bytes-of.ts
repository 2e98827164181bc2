import type { FunctionSize } from '#protocol/inspect.ts'
import type { Measured, Sizes } from './measured.ts'

/** The bytes that a row of `measure.yaml` is about; undefined where the program has none of these functions. */
export function bytesOf(names: Measured['rust'], sizes: Sizes): number | undefined {
  if (names === 'all') return sizes.bytes
  const found = functionsOf(names, sizes)
  return found.length === 0 ? undefined : found.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** The functions of these names: a generic one with each of its types, and closures with the function that they are in. */
export function functionsOf(names: string[], { functions }: Sizes): FunctionSize[] {
  return functions.filter(({ name }) => {
    const plain = `::${toPlainName(name)}`
    return names.some((wanted) => plain.endsWith(`::${wanted}`))
  })
}

/** A path without types and closures: `<driver::Crc<u8> as driver::Sum>::update::<u8>` is `driver::Crc::update`. */
export function toPlainName(name: string): string {
  const path = name.startsWith('<') ? toImplementor(name) : name
  return withoutBrackets(path)
    .split('::')
    .filter((part) => part !== '' && !part.startsWith('{'))
    .join('::')
}

/** What an `impl` is for: of `<Crc as Sum>::update` `Crc::update`. */
function toImplementor(name: string): string {
  const depths = toDepths(name)
  const end = depths.findIndex((depth, index) => index > 0 && depth === 0)
  const as = depths.findIndex((depth, index) => depth === 1 && name.startsWith(' as ', index))
  const path = name.slice(1, as >= 0 && as < end ? as : end)
  return `${path}${name.slice(end + 1)}`
}

function withoutBrackets(path: string): string {
  const depths = toDepths(path)
  return [...depths.keys()]
    .map((index) => (depths[index] === 0 && path[index] !== '>' ? path[index] : ''))
    .join('')
}

/** How many `<` are open after each character; the `>` of an arrow closes none. */
function toDepths(path: string): number[] {
  let depth = 0
  return Array.from({ length: path.length }, (_, index) => {
    if (path[index] === '<') depth += 1
    if (path[index] === '>' && path[index - 1] !== '-') depth = Math.max(0, depth - 1)
    return depth
  })
}

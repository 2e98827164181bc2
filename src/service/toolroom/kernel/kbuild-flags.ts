import { toShellWords } from './shell-words.ts'

/** How Kbuild compiles one language: what it sets, and all flags but those of what goes in and comes out. */
export interface KbuildFlags {
  environment: Record<string, string>
  arguments: string[]
}

/** Reads how Kbuild compiles `driver.rs` from what `make V=1` says. */
export function toRustFlags(lines: string[]): KbuildFlags {
  const { environment, words } = find(
    lines,
    (words) => words.includes('rustc') && words.at(-1) === 'driver.rs',
  )
  const kept = without(words, { one: /^(--emit=|-Zbinary_dep_depinfo|driver\.rs$)/, two: /^--out-dir$/ })
  return { environment: { ...environment, RUSTC_BOOTSTRAP: '1' }, arguments: kept }
}

/** The same for `driver.c`. */
export function toCFlags(lines: string[]): KbuildFlags {
  const { environment, words } = find(lines, (words) => words[0] === 'clang' && words.at(-1) === 'driver.c')
  return { environment, arguments: without(words, { one: /^(-Wp,-MMD|-c$|driver\.c$)/, two: /^-o$/ }) }
}

/** The same for linking `driver.ko`. */
export function toLinkFlags(lines: string[]): KbuildFlags {
  const { environment, words } = find(lines, (words) => words[0] === 'ld.lld' && words.includes('driver.ko'))
  return { environment, arguments: without(words, { one: /\.o$/, two: /^-o$/ }) }
}

interface Command {
  environment: Record<string, string>
  /** Without the program itself. */
  words: string[]
}

function find(lines: string[], isIt: (words: string[]) => boolean): Command {
  const found = lines.map(toShellWords).find(isIt)
  if (!found) throw new Error('Kbuild did not say how it compiles a module.')
  const program = found.findIndex((word) => !/^\w+=/.test(word))
  const environment = Object.fromEntries(found.slice(0, program).map(toSetting))
  return { environment, words: found.slice(program + 1) }
}

function toSetting(word: string): [string, string] {
  const equals = word.indexOf('=')
  return [word.slice(0, equals), word.slice(equals + 1)]
}

/** Leaves out words that match `one`, and those that match `two` with the word after them. */
function without(words: string[], { one, two }: { one: RegExp; two: RegExp }): string[] {
  return words.filter(
    (word, index) => !one.test(word) && !two.test(word) && !two.test(words[index - 1] ?? ''),
  )
}

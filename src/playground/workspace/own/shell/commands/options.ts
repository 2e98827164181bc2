/** The options of a command, such as `-rf`, each a letter, and what else it was given. */
export interface Options {
  flags: Set<string>
  paths: string[]
}

/** Something that is wrong with how a command was called. */
export class UsageFault extends Error {
  override toString() {
    return this.message
  }
}

/** Reads options of one letter; `--` ends them. Others than those allowed are refused. */
export function readOptions(args: string[], allowed: string): Options {
  const end = args.indexOf('--')
  const before = end < 0 ? args : args.slice(0, end)
  const flags = new Set(before.filter(isOption).flatMap((arg) => arg.slice(1).split('')))
  const wrong = [...flags].find((flag) => !allowed.includes(flag))
  if (wrong !== undefined) throw new UsageFault(`there is no option -${wrong} here`)
  const paths = before.filter((arg) => !isOption(arg))
  return { flags, paths: end < 0 ? paths : [...paths, ...args.slice(end + 1)] }
}

function isOption(arg: string): boolean {
  return arg.length > 1 && arg.startsWith('-')
}

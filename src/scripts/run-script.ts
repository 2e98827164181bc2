import { parseArgs } from 'node:util'
import { describeFailure } from './describe-failure.ts'
import { complain, print } from './print-and-exit-code.ts'

/** A command behind an npm script: how it is used, and what it does. */
export interface Script<Flag extends string = never> {
  /** Is printed for `--help`, and to standard error for wrong words. */
  usage: string
  /** What may be switched on by `--NAME`. */
  flags?: readonly Flag[]
  /** Resolves to the exit code; undefined if the words are wrong. What `describeFailure` knows is printed without a stack. */
  run(words: string[], flags: ReadonlySet<Flag>): Promise<number> | undefined
}

/** Runs the script that this process was started for, with the words of its command line, and sets the exit code. */
export async function runMain<Flag extends string>(script: Script<Flag>): Promise<void> {
  const code = await runScript(script, process.argv.slice(2))
  if (code !== 0) process.exit(code)
}

/** Runs a script and gives the exit code: 0 done, 1 not possible or not all well, 2 wrong use. A bug is thrown on. */
export async function runScript<Flag extends string>(script: Script<Flag>, args: string[]): Promise<number> {
  const parsed = parse(script, args)
  if (parsed?.flags.has('help')) return print(script.usage, 0)
  try {
    const running = parsed && script.run(parsed.words, parsed.flags as ReadonlySet<Flag>)
    return running ? await running : complain(script.usage, 2)
  } catch (error) {
    const text = describeFailure(error)
    if (text === undefined) throw error
    return complain(text, 1)
  }
}

function parse<Flag extends string>(
  { flags = [] }: Script<Flag>,
  args: string[],
): { words: string[]; flags: ReadonlySet<Flag | 'help'> } | undefined {
  const own = Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' as const }]))
  const options = { ...own, help: { type: 'boolean' as const, short: 'h' } }
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    return { words: positionals, flags: new Set(Object.keys(values) as (Flag | 'help')[]) }
  } catch {
    return undefined
  }
}

import { parseArgs } from 'node:util'
import { describeFailure } from './describe-failure.ts'
import { complain, print } from './print-and-exit-code.ts'

/** What one of the commands of npm does, and how it is used. */
export interface Script<Flag extends string = never> {
  /** Is printed for `--help`, and for words that are wrong. */
  usage: string
  /** What may be switched on by `--NAME`. */
  flags?: readonly Flag[]
  /** Gives the exit code; undefined if the words are wrong. May reject with what `describeFailure` knows. */
  run(words: string[], flags: ReadonlySet<Flag>): Promise<number> | undefined
}

/** Runs the script that this process is for, with the words after its name. */
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

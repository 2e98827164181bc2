import { readText } from '../../file-tree.ts'
import { resolvePath } from '../../resolve-path.ts'
import type { Command, CommandContext } from '../command.ts'
import { readOptions, UsageFault } from './options.ts'

/** The commands that write, read and search texts. */
export const textCommands: Record<string, Command> = {
  echo({ args, stdout }) {
    const isBare = args[0] === '-n'
    stdout.write((isBare ? args.slice(1) : args).join(' ') + (isBare ? '' : '\n'))
    return 0
  },
  async cat(context) {
    const { paths } = readOptions(context.args, '')
    for (const text of await readAll(context, paths)) context.stdout.write(text)
    return 0
  },
  head: (context) => writePart(context, (lines, count) => lines.slice(0, count)),
  tail: (context) => writePart(context, (lines, count) => lines.slice(Math.max(0, lines.length - count))),
  async wc(context) {
    const { paths } = readOptions(context.args, 'l')
    for (const [index, text] of (await readAll(context, paths)).entries()) {
      const words = text.split(/\s+/).filter(Boolean).length
      const lines = text.split('\n').length - 1
      const counts = context.args.includes('-l')
        ? [lines]
        : [lines, words, new TextEncoder().encode(text).length]
      context.stdout.write(`${[...counts, paths[index] ?? ''].join(' ').trim()}\n`)
    }
    return 0
  },
  grep,
}

function readAll({ stdin, tree, folder }: CommandContext, paths: string[]): Promise<string[]> {
  const names = paths.length === 0 ? ['-'] : paths
  return Promise.all(
    names.map(async (path) => (path === '-' ? stdin.readAll() : readText(tree, folder, path))),
  )
}

async function writePart(
  context: CommandContext,
  choose: (lines: string[], count: number) => string[],
): Promise<number> {
  const { count, paths } = readCount(context.args)
  for (const text of await readAll(context, paths)) {
    const part = choose(toLines(text), count)
    if (part.length > 0) context.stdout.write(`${part.join('\n')}\n`)
  }
  return 0
}

function readCount(args: string[]): { count: number; paths: string[] } {
  const [first = '', second = ''] = args
  const given = first === '-n' ? second : /^-n?(\d+)$/.exec(first)?.[1]
  if (given === undefined) return { count: 10, paths: args }
  if (!/^\d+$/.test(given)) throw new UsageFault('-n needs how many lines')
  return { count: Number(given), paths: args.slice(first === '-n' ? 2 : 1) }
}

function toLines(text: string): string[] {
  const lines = text.split('\n')
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

/** Searches for words as they are, not for patterns: a pattern could keep the shell busy for ever. */
async function grep(context: CommandContext): Promise<number> {
  const {
    flags,
    paths: [wanted, ...given],
  } = readOptions(context.args, 'invrF')
  if (wanted === undefined) throw new UsageFault('it needs a word to look for')
  const paths = flags.has('r') ? filesBelow(context, given) : given
  const fold = (text: string) => (flags.has('i') ? text.toLowerCase() : text)
  const isWanted = (line: string) => fold(line).includes(fold(wanted)) !== flags.has('v')
  let found = false
  for (const [index, text] of (await readAll(context, paths)).entries())
    for (const [at, line] of toLines(text).entries()) {
      if (!isWanted(line)) continue
      found = true
      const lead = [...(paths.length > 1 ? [paths[index]] : []), ...(flags.has('n') ? [at + 1] : [])]
      context.stdout.write(`${[...lead, line].join(':')}\n`)
    }
  return found ? 0 : 1
}

function filesBelow({ tree, folder }: CommandContext, given: string[]): string[] {
  const below = (given.length === 0 ? ['.'] : given).map((path) => resolvePath(folder, path))
  return tree
    .all()
    .filter((path) => below.some((top) => path === top || path.startsWith(top === '/' ? '/' : `${top}/`)))
}

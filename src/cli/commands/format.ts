import type { FormatRequest } from '#protocol/format.ts'
import { CommandFailure, exitCodes, wrongUse } from '../command-failure.ts'
import type { Context } from '../context.ts'
import { describeStopped } from '../output/describe-stopped.ts'
import { decode, readText } from '../source/read-text.ts'
import { listSources } from '../source/find-in-folder.ts'
import type { AddCommand } from './command-parts.ts'

interface FormatOptions {
  check?: boolean
  language?: 'rust' | 'c'
}

/** Adds `no-oops format`. */
export const addFormatCommand: AddCommand = (program, within) => {
  program
    .command('format')
    .argument(
      '[FILE...]',
      'files of Rust and C; folders; or - for standard input, which is written to standard output',
      ['.'],
    )
    .summary('lay files out as rustfmt and the kernel do')
    .description(
      'Lays Rust out by rustfmt and C by clang-format in the kernel’s style. Only files that change are written, and none that cannot be read.',
    )
    .option('--check', 'write nothing; exit with 1 if a file is not laid out so')
    .option('--language <language>', 'of standard input, else rust')
    .action(
      within(async (context, paths: string[], options: FormatOptions) => {
        if (paths.includes('-')) return formatInput(context, paths, options)
        const changed = await formatFiles(context, paths, options)
        return options.check && changed > 0 ? exitCodes.refused : exitCodes.fine
      }),
    )
}

async function formatInput(context: Context, paths: string[], { language = 'rust', check }: FormatOptions) {
  if (paths.length > 1) throw wrongUse('Standard input is formatted alone. Leave the other files out.')
  const { host, service } = context
  const text = decode(await host.stdin.readAll(host.signal), 'standard input')
  const formatted = await formatText(service.format, {
    path: language === 'c' ? 'standard-input.c' : 'standard-input.rs',
    text,
  })
  if (check) return formatted === text ? exitCodes.fine : exitCodes.refused
  host.stdout.write(formatted)
  return exitCodes.fine
}

/** Gives how many are not laid out as they should be. */
async function formatFiles(context: Context, paths: string[], { check }: FormatOptions): Promise<number> {
  const { host, progress } = context
  let changed = 0
  for (const path of await listFiles(context, paths)) {
    progress.show(`Formatting ${path} …`)
    const text = await readText(host.files, path)
    const formatted = await formatText(context.service.format, { path, text })
    if (formatted === text) continue
    changed += 1
    if (!check) await host.files.write(path, formatted)
    if (context.format === 'json') context.printJson({ kind: 'formatted', file: path, written: !check })
    else context.print(check ? `${path} is not formatted` : `${path} is formatted now`)
  }
  progress.clear()
  return changed
}

async function listFiles({ host }: Context, paths: string[]): Promise<string[]> {
  const listed = await Promise.all(
    paths.map(async (path) => {
      const stat = await host.files.stat(path)
      if (!stat) throw wrongUse(`There is no «${path}» here.`)
      return stat.kind === 'folder' ? listSources(host.files, path) : [path]
    }),
  )
  return [...new Set(listed.flat())]
}

/** Under a name that the service takes, whatever the file is called. */
async function formatText(
  format: (request: FormatRequest) => ReturnType<Context['service']['format']>,
  { path, text }: { path: string; text: string },
): Promise<string> {
  const extension = /\.(rs|c|h)$/.exec(path)?.[0]
  if (!extension)
    throw wrongUse(`«${path}» is neither Rust nor C by its name: it ends in none of .rs, .c and .h.`)
  const name = `file${extension}`
  const result = await format({ files: { [name]: text } })
  if (result.outcome === 'stopped')
    throw new CommandFailure(`${path}: ${describeStopped('formatter', result.reason)}`)
  if (result.outcome === 'rejected')
    throw new CommandFailure(`${path} cannot be read: ${result.message.replaceAll(name, path)}`)
  return result.files[name] ?? text
}

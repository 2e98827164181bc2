import type { AssemblyLine, InspectResult } from '#protocol/inspect.ts'
import { CommandFailure, exitCodes, wrongUse } from '../command-failure.ts'
import type { Context } from '../context.ts'
import { describeStopped } from '../output/describe-stopped.ts'
import { printDiagnostics } from '../output/print-diagnostics.ts'
import { compilerOf } from '#story/diagnostic-source.ts'
import { readSource } from '../source/read-source.ts'
import { nameOf, rootName, type Source } from '../source/source.ts'
import type { AddCommand } from './command-parts.ts'
import { type ProgramOptions, addProgramOptions } from './source-options.ts'

interface InspectOptions extends ProgramOptions {
  function?: string
}

/** Adds `no-oops inspect`. */
export const addInspectCommand: AddCommand = (program, within) => {
  addProgramOptions(program.command('inspect'))
    .summary('show how large each function of a driver became')
    .description(
      'Builds a driver as Kbuild does for x86, without KASAN, and prints the bytes of each function; of one function the assembly, too.',
    )
    .option('--function <name>', 'print the assembly of this function, with the lines that it comes from')
    .action(
      within(async (context, files: string[], options: InspectOptions) => {
        const source = await readSource(context.host, files, options)
        if (source.target !== 'kernel')
          throw wrongUse(
            `«${rootName(source)}» is a program of userspace; only drivers are taken apart. --target kernel says that it is one.`,
          )
        context.progress.show(`Building ${rootName(source)} …`)
        const { language, files: sent } = source
        const result = await context.service.inspect({
          ...{ language, files: sent },
          ...(options.variant && { variant: options.variant }),
          ...(options.function !== undefined && { function: options.function }),
        })
        context.progress.clear()
        return print(context, source, { result, name: options.function })
      }),
    )
}

function print(
  context: Context,
  source: Source,
  { result, name }: { result: InspectResult; name: string | undefined },
) {
  if (result.outcome === 'stopped') throw new CommandFailure(describeStopped('compiler', result.reason))
  if (result.outcome === 'rejected') {
    printDiagnostics(context, source, { diagnostics: result.diagnostics, by: compilerOf(source.language) })
    return exitCodes.refused
  }
  if (context.format === 'json') context.printJson({ kind: 'result', file: rootName(source), ...result })
  else printSizes(context, result)
  if (name === undefined) return exitCodes.fine
  if (!result.assembly)
    throw new CommandFailure(
      `There is no function «${name}» in what the compiler wrote: it has another name, or became a part of its callers.`,
    )
  if (context.format !== 'json') result.assembly.lines.forEach((line) => context.print(toText(line, source)))
  return exitCodes.fine
}

type Accepted = Extract<InspectResult, { outcome: 'accepted' }>

function printSizes({ print }: Context, { functions, bytes, toolchain }: Accepted) {
  functions.forEach((one) => print(`${String(one.bytes).padStart(7)}  ${one.name}`))
  print(`${String(bytes).padStart(7)}  in all (${toolchain})`)
}

function toText({ text, file, line }: AssemblyLine, source: Source): string {
  const place = file === undefined || line === undefined ? '' : `# ${nameOf(source, file)}:${line}`
  return `${text.replaceAll('\t', '    ').padEnd(place ? 44 : 0)}${place}`
}

import { CommandFailure, exitCodes, wrongUse } from '../command-failure.ts'
import type { Context } from '../context.ts'
import { readSource } from '../source/read-source.ts'
import type { AddCommand } from './command-parts.ts'
import { type CompileOptions, type CompiledSource, compileSource, toExitCode } from './compile-source.ts'
import { addProgramOptions } from './source-options.ts'

interface BuildOptions extends CompileOptions {
  output?: string
}

/** Adds `no-oops build`. */
export const addBuildCommand: AddCommand = (program, within) => {
  addProgramOptions(program.command('build'))
    .summary('build a program to its end')
    .description(
      'Builds a program to its end, so that what only code generation or the linker finds is told, too. ' +
        'A program of userspace becomes WebAssembly (WASI); a module stays with the service, and «no-oops boot» loads it.',
    )
    .option('--story', 'tell each error as numbered steps, with rails beside the code')
    .option('-o, --output <file>', 'where to write the WebAssembly')
    .action(
      within(async (context, files: string[], options: BuildOptions) => {
        const source = await readSource(context.host, files, options)
        if (options.output !== undefined && source.target === 'kernel') throw moduleStays()
        const built = await compileSource(context, 'build', { source, options })
        if (options.output !== undefined && built.result.outcome === 'accepted')
          await write(context, options.output, built)
        return toExitCode(built)
      }),
    )
}

async function write({ host, progress }: Context, path: string, { result }: CompiledSource) {
  if (result.outcome !== 'accepted' || !result.artifact)
    throw new CommandFailure('The service sent no WebAssembly.', exitCodes.unreachable)
  await host.files.write(
    path,
    Uint8Array.from(atob(result.artifact), (character) => character.charCodeAt(0)),
  )
  progress.say(`Written to ${path}.`)
}

function moduleStays(): CommandFailure {
  return wrongUse(
    'A module stays with the service, so there is nothing for --output. Load it with «no-oops boot».',
  )
}

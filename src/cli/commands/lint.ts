import { readSource } from '../source/read-source.ts'
import type { AddCommand } from './command-parts.ts'
import { type CompileOptions, compileSource, toExitCode } from './compile-source.ts'
import { addProgramOptions } from './source-options.ts'

/** Adds `no-oops lint`. */
export const addLintCommand: AddCommand = (program, within) => {
  addProgramOptions(program.command('lint'))
    .summary('have clippy look at a program')
    .description(
      'Has clippy look at Rust, with the lints of the kernel and of the course; C is checked by clang.',
    )
    .option('--story', 'tell each error as numbered steps, with rails beside the code')
    .action(
      within(async (context, files: string[], options: CompileOptions) => {
        const source = await readSource(context.host, files, options)
        return toExitCode(await compileSource(context, 'lint', { source, options }))
      }),
    )
}

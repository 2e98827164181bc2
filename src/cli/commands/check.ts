import { readSource } from '../source/read-source.ts'
import type { AddCommand } from './command-parts.ts'
import { type CompileOptions, compileSource, toExitCode } from './compile-source.ts'
import { addProgramOptions } from './source-options.ts'

/** Adds `no-oops check`. */
export const addCheckCommand: AddCommand = (program, within) => {
  addProgramOptions(program.command('check'))
    .summary('have the compiler look at a program')
    .description('Has the compiler look at a program and prints all that it says.')
    .option('--story', 'tell each error as numbered steps, with rails beside the code')
    .addHelpText('after', examples)
    .action(
      within(async (context, files: string[], options: CompileOptions) => {
        const source = await readSource(context.host, files, options)
        return toExitCode(await compileSource(context, 'check', { source, options }))
      }),
    )
}

const examples = `
What it is for is found out: C, and Rust that names the kernel crate, is a module for the kernel; other Rust is a program
of userspace. --target says it where that is wrong.

Examples:
  no-oops check driver.rs
  no-oops check --story .
  cat main.rs | no-oops check --message-format short -
`

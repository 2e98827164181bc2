import { type ExitCode, exitCodes } from '../command-failure.ts'
import { readPrograms } from '../source/read-programs.ts'
import type { AddCommand } from './command-parts.ts'
import { type CompileOptions, compileSource, toExitCode } from './compile-source.ts'
import { addProgramOptions } from './source-options.ts'

/** Adds `no-oops check`. */
export const addCheckCommand: AddCommand = (program, within) => {
  addProgramOptions(program.command('check'))
    .summary('have the compiler look at a program')
    .description(
      'Has the compiler look at a program and prints all that it says. Of a folder with driver.c and driver.rs it looks at both.',
    )
    .option('--story', 'tell each error as numbered steps, with rails beside the code')
    .addHelpText('after', examples)
    .action(
      within(async (context, files: string[], options: CompileOptions) => {
        const codes: ExitCode[] = []
        for (const source of await readPrograms(context.host, files, options))
          codes.push(toExitCode(await compileSource(context, 'check', { source, options })))
        return codes.find((code) => code !== exitCodes.fine) ?? exitCodes.fine
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

import type { Variant } from '#protocol/compile.ts'
import { defaultVariant } from '#protocol/variants.ts'
import { runShell } from '../shell/run-shell.ts'
import { readSource } from '../source/read-source.ts'
import type { SourceOptions } from '../source/source.ts'
import type { AddCommand } from './command-parts.ts'
import { variantOption } from './boot.ts'
import { fileArgument, languageOption } from './source-options.ts'

interface ShellOptions extends SourceOptions {
  variant?: Variant
}

/** Adds `no-oops shell`. */
export const addShellCommand: AddCommand = (program, within) => {
  program
    .command('shell')
    .addArgument(fileArgument())
    .summary('open a shell in a real kernel, with a driver at hand')
    .description(
      'Builds a driver as a module, boots Linux, and gives you a shell in it, with driver.ko in its folder. ' +
        'What the kernel reports is shown with the lines of the driver, while the shell goes on.',
    )
    .addOption(variantOption())
    .addOption(languageOption())
    .addHelpText('after', manual)
    .action(
      within(async (context, files: string[], options: ShellOptions) => {
        const source = await readSource(context.host, files, { ...options, target: 'kernel' })
        return runShell(context, source, options.variant ?? defaultVariant)
      }),
    )
}

const manual = `
Ctrl-D or «exit» leaves the shell; Ctrl-] leaves it whatever hangs in there. It ends after ten minutes, and when nobody types
for two. Nothing in it outlives it. What comes from a pipe is typed as it comes.

Examples:
  no-oops shell driver.c
  echo 'insmod driver.ko; dmesg | tail' | no-oops shell driver.rs
`

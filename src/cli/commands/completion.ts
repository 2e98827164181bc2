import { Argument } from 'commander'
import { toBashCompletion } from '../completion/to-bash.ts'
import { readWords } from '../completion/read-words.ts'
import { toZshCompletion } from '../completion/to-zsh.ts'
import { exitCodes } from '../command-failure.ts'
import type { AddCommand } from './command-parts.ts'

const shells = { bash: toBashCompletion, zsh: toZshCompletion }

/** Adds `no-oops completion`. */
export const addCompletionCommand: AddCommand = (program, within) => {
  program
    .command('completion')
    .addArgument(new Argument('<shell>', 'your shell').choices(Object.keys(shells)))
    .summary('print what makes a shell complete the words of no-oops')
    .description('Prints a script that makes your shell complete commands, options and what these may be.')
    .addHelpText('after', manual)
    .action(
      within(async ({ print }, shell: keyof typeof shells) => {
        print(shells[shell](readWords(program)))
        return exitCodes.fine
      }),
    )
}

const manual = `
Examples:
  no-oops completion bash > ~/.local/share/bash-completion/completions/no-oops
  no-oops completion zsh > "\${fpath[1]}/_no-oops"
`

import type { Command } from '../command.ts'
import { fileCommands } from './file-commands.ts'
import { textCommands } from './text-commands.ts'

/** All commands of the shell but `no-oops`. */
export const shellCommands: Record<string, Command> = {
  ...fileCommands,
  ...textCommands,
  clear: ({ stdout }) => (stdout.write('\x1b[H\x1b[2J\x1b[3J'), 0),
  true: () => 0,
  false: () => 1,
  exit({ args: [code], shell }) {
    shell.exit = Number(code ?? shell.last) & 255
    return shell.exit
  },
  export({ args, shell }) {
    for (const arg of args) {
      const [name, ...value] = arg.split('=')
      if (value.length > 0) shell.env[name!] = value.join('=').replaceAll(/^(['"])(.*)\1$/g, '$2')
    }
    return 0
  },
  history({ shell, stdout }) {
    for (const [index, line] of shell.history.entries())
      stdout.write(`${String(index + 1).padStart(4)}  ${line}\n`)
    return 0
  },
  help({ shell, stdout }) {
    stdout.write(
      `${[...shell.commands.keys()].sort().join('  ')}\n\n` +
        'Pipes «|», redirection «>», «>>», «<» and «2>&1», «&&», «||», «;», $VARIABLES, $(commands), «*» and «?».\n' +
        'Tab completes, ↑ brings back what was typed, Ctrl-C ends a command.\n' +
        '«no-oops --help» says what it can do with the files here.\n',
    )
    return 0
  },
}

import type { Command } from 'commander'

/** What can follow a command: its own commands and options, and what an option may be. */
export interface CommandWords {
  /** The words that lead to it, such as `lesson check`; empty for the program. */
  path: string
  commands: string[]
  options: string[]
  /** Option → its choices; an option with none takes a file. */
  choices: Record<string, readonly string[]>
}

/** Reads the words of a program and of all commands below it. */
export function readWords(
  program: Command,
  path: string[] = [],
  above: Command['options'] = [],
): CommandWords[] {
  const options = [...above, ...program.options].filter(({ hidden }) => !hidden)
  const names = options.flatMap(({ short, long }) => [short, long].filter((name) => name !== undefined))
  const taking = options.filter(({ required }) => required)
  const words: CommandWords = {
    path: path.join(' '),
    commands: [...program.commands.map((command) => command.name()), ...(path.length === 0 ? ['help'] : [])],
    options: [...names, '--help'],
    choices: Object.fromEntries(
      taking.flatMap(({ short, long, argChoices = [] }) =>
        [short, long].flatMap((name) => (name === undefined ? [] : [[name, argChoices] as const])),
      ),
    ),
  }
  return [
    words,
    ...program.commands.flatMap((command) => readWords(command, [...path, command.name()], options)),
  ]
}

// Is in what a lesson loads first: no schema here.
import type { BootCommand } from './boot-command.ts'

/** The lines of a boot script, without blanks around them. */
export function toScriptLines(script: string): string[] {
  return script.split(/\r\n|[\r\n]/).map((line) => line.trim())
}

/** The commands of a boot script, one a line; lines that begin with `#` are comments. */
export function toNumberedCommands(script: string): BootCommand[] {
  return toScriptLines(script)
    .map((command, index) => ({ line: index + 1, command }))
    .filter(({ command }) => command !== '' && !command.startsWith('#'))
}

/** The same without their lines. */
export function toBootCommands(script: string): string[] {
  return toNumberedCommands(script).map(({ command }) => command)
}

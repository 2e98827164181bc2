import { quote } from './quote.ts'

/** Writes a command so that a shell takes each of its words as it is. */
export function toShell(command: readonly string[]): string {
  return command.map(quote).join(' ')
}

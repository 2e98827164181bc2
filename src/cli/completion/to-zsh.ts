import { toBashCompletion } from './to-bash.ts'
import type { CommandWords } from './read-words.ts'

/** Writes the completion for zsh, which understands that of bash. */
export function toZshCompletion(words: CommandWords[]): string {
  return `#compdef no-oops
autoload -U +X bashcompinit && bashcompinit
${toBashCompletion(words)}`
}

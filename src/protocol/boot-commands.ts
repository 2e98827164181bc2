/** The lines of a boot script, without blanks around them. */
export function toScriptLines(script: string): string[] {
  return script.split(/\r\n|[\r\n]/).map((line) => line.trim())
}

/** The commands of a boot script, one whole shell command each; lines that begin with `#` are comments. */
export function toBootCommands(script: string): string[] {
  return toScriptLines(script).filter((line) => line !== '' && !line.startsWith('#'))
}

import { toBootCommands, toScriptLines } from '#protocol/boot-commands.ts'

/** A script of commands for a booted kernel, with what its console must then show. */
export interface BootScript {
  /** One whole shell command each, without comments. */
  commands: string[]
  /** The texts after `#=`, in their order. */
  expected: string[]
}

/** Reads a `boot.sh`: a command a line, comments after `#`, and after `#=` what a line of the console must contain. */
export function parseBootScript(text: string): BootScript {
  return {
    commands: toBootCommands(text),
    expected: toScriptLines(text)
      .filter((line) => line.startsWith('#='))
      .map((line) => line.slice('#='.length).trim()),
  }
}

/** The expected texts that the console does not show: each wants a line of its own, after that of the text before it. */
export function findMissing(expected: string[], consoleText: string): string[] {
  const lines = toPrinted(consoleText)
  let from = 0
  return expected.filter((text) => {
    const at = lines.findIndex((line, index) => index >= from && line.includes(text))
    if (at >= 0) from = at + 1
    return at < 0
  })
}

/** The lines of a console without time stamps, and without the commands that it repeats. */
export function toPrinted(consoleText: string): string[] {
  return consoleText
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('# '))
    .map((line) => line.replace(/^\[ *\d+\.\d+\] ?/, ''))
}

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
  return findExpected(expected, consoleText).flatMap(({ text, line }) => (line === undefined ? text : []))
}

/** An expected text, and the line that shows it; where none does, the line after the one before that is most like it. */
export interface ExpectedText {
  text: string
  line?: string
  nearest?: string
}

/** Looks for each expected text on a line of its own, after that of the text before it. */
export function findExpected(expected: string[], consoleText: string): ExpectedText[] {
  const lines = toPrinted(consoleText)
  let from = 0
  return expected.map((text) => {
    const at = lines.findIndex((line, index) => index >= from && line.includes(text))
    if (at < 0) return { text, ...nearestOf(text, lines.slice(from)) }
    from = at + 1
    return { text, line: lines[at]! }
  })
}

/** At least half of its words are the same. */
function nearestOf(text: string, lines: string[]): { nearest?: string } {
  const words = text.split(/\s+/)
  const shares = lines.map((line) => {
    const there = new Set(line.split(/\s+/))
    return words.filter((word) => there.has(word)).length / words.length
  })
  const best = Math.max(0, ...shares)
  return best >= 0.5 ? { nearest: lines[shares.indexOf(best)]! } : {}
}

/** The lines of a console without time stamps, and without the commands that it repeats. */
export function toPrinted(consoleText: string): string[] {
  return consoleText
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('# '))
    .map((line) => line.replace(/^\[ *\d+\.\d+\] ?/, ''))
}

import { toBootCommands, toScriptLines } from '#protocol/boot-commands.ts'
import { readAsk, type Ask } from './boot-asks.ts'

/** A script of commands for a booted kernel, with what must come of it. */
export interface BootScript {
  /** One whole shell command each, without comments. */
  commands: string[]
  /** The texts after `#=` and `#>`, in their order. */
  expected: string[]
  /** The same, and after which command a `#>` stands. */
  lines: ExpectedLine[]
  /** What else is asked, such as `#no-report kasan`. */
  asks: (Ask & OfScript)[]
  /** Lines that begin as if they asked something, and ask nothing. */
  mistakes: string[]
}

/** What is asked, and where. */
interface OfScript {
  /** The line of the script, from 1. */
  onLine: number
}

/** A text that a line of the console must have; with `by`, one with which a line begins that this command (from 0) printed itself. */
export interface ExpectedLine extends OfScript {
  text: string
  by?: number
}

/**
 * Reads a `boot.sh`: a command a line, comments after `#`, after `#=` what a line of the console must contain, after `#>` what
 * a line must begin with that the command above prints, and the words of `boot-asks.ts`.
 */
export function parseBootScript(text: string): BootScript {
  const lines: ExpectedLine[] = []
  const asks: BootScript['asks'] = []
  const mistakes: string[] = []
  let commands = -1
  for (const [index, line] of toScriptLines(text).entries()) {
    const onLine = index + 1
    if (line === '') continue
    if (!line.startsWith('#')) commands += 1
    else if (line.startsWith('#=')) lines.push({ text: line.slice(2).trim(), onLine })
    else if (line.startsWith('#>'))
      lines.push({ text: line.slice(2).trim(), by: Math.max(0, commands), onLine })
    else if (!/^#([ #]|$)/.test(line)) {
      const ask = readAsk(line)
      if (ask) asks.push({ ...ask, onLine })
      else mistakes.push(line)
    }
  }
  return {
    commands: toBootCommands(text),
    expected: lines.map((line) => line.text),
    ...{ lines, asks, mistakes },
  }
}

/** The expected texts that the console does not show: each wants a line of its own, after that of the text before it. */
export function findMissing(script: Pick<BootScript, 'lines' | 'commands'>, consoleText: string): string[] {
  return findExpected(script, consoleText).flatMap(({ text, line }) => (line === undefined ? text : []))
}

/** An expected text, and the line that shows it; where none does, the line after the one before that is most like it. */
export interface ExpectedText {
  text: string
  /** The command that had to print it. */
  by?: string
  line?: string
  nearest?: string
}

/** Looks for each expected text on a line of its own, after that of the text before it; what a command prints, among its lines. */
export function findExpected(
  { lines: asked, commands }: Pick<BootScript, 'lines' | 'commands'>,
  consoleText: string,
): ExpectedText[] {
  const lines = toPrinted(consoleText)
  const byCommand = asked.some(({ by }) => by !== undefined) ? toOutputs(commands, consoleText) : []
  let from = 0
  return asked.map(({ text, by }) => {
    if (by !== undefined) return { by: commands[by] ?? '', ...findAmong(text, byCommand[by] ?? []) }
    const at = lines.findIndex((line, index) => index >= from && line.includes(text))
    if (at < 0) return { text, ...nearestOf(text, lines.slice(from)) }
    from = at + 1
    return { text, line: lines[at]! }
  })
}

function findAmong(text: string, lines: string[]): ExpectedText {
  // «not ok 1» has «ok 1» in it.
  const line = lines.find((candidate) => candidate.trimStart().startsWith(text))
  return line === undefined ? { text, ...nearestOf(text, lines) } : { text, line }
}

/** What each command printed itself: the lines after it without those of the kernel. */
function toOutputs(commands: string[], consoleText: string): string[][] {
  const outputs: string[][] = commands.map(() => [])
  let running = -1
  for (const line of consoleText.split(/\r?\n/)) {
    if (line === `# ${commands[running + 1]}`) running += 1
    else if (running >= 0 && !kernelStamp.test(line)) outputs[running]!.push(line)
  }
  return outputs
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

const kernelStamp = /^\[ *\d+\.\d+\] ?/

/** The lines of a console without time stamps, and without the commands that it repeats. */
export function toPrinted(consoleText: string): string[] {
  return consoleText
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('# '))
    .map((line) => line.replace(kernelStamp, ''))
}

import { toBootCommands, toScriptLines } from '#protocol/boot-commands.ts'
import { readAsk, type Ask } from './boot-asks.ts'

/** A script of commands for a booted kernel, with what must come of it. */
export interface BootScript {
  /** One whole shell command each, without comments. */
  commands: string[]
  /** The texts after `#=` and `#>`, in their order. */
  expected: string[]
  /** The same, and under which command each stands. */
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
  /** The command (from 0) above it; absent where it stands above them all. */
  under?: number
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
    else if (line.startsWith('#='))
      lines.push({ text: line.slice(2).trim(), ...(commands >= 0 && { under: commands }), onLine })
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

/** An expected text, and the line that shows it, or what came instead. */
export interface ExpectedText extends Instead {
  text: string
  /** The command that had to print it. */
  by?: string
  line?: string
}

/** What came in the place of an expected text. */
interface Instead {
  /** The line most like it, of those that came of the same command after the text before it. */
  nearest?: string
  /** What came of the command after the text before it, where no line is like it; none if nothing came of it at all. */
  came?: { of: string; lines: string[] }
}

/** Looks for each expected text on a line of its own, after that of the text before it; what a command prints, among its lines. */
export function findExpected(
  { lines: asked, commands }: Pick<BootScript, 'lines' | 'commands'>,
  consoleText: string,
): ExpectedText[] {
  const all = toLines(commands, consoleText)
  const lines = all.filter(({ isRepeated }) => !isRepeated)
  let from = 0
  return asked.map(({ text, by, under }) => {
    if (by !== undefined) return { by: commands[by] ?? '', ...findAmong(text, toOwn(all, by), commands[by]) }
    const at = lines.findIndex((line, index) => index >= from && line.text.includes(text))
    if (at < 0) {
      const later = lines.slice(from).filter(({ of }) => under === undefined || of === under)
      // The lines of a command may all have been found for the texts before.
      const isTold = later.length > 0 || !lines.some(({ of }) => of === under)
      const hasRun = under !== undefined && all.some(({ of }) => of >= under)
      return { text, ...insteadOf(text, later.map(toText), hasRun && isTold ? commands[under] : undefined) }
    }
    from = at + 1
    return { text, line: lines[at]!.text }
  })
}

function findAmong(text: string, lines: string[], command: string | undefined): ExpectedText {
  // «not ok 1» has «ok 1» in it.
  const line = lines.find((candidate) => candidate.trimStart().startsWith(text))
  return line === undefined ? { text, ...insteadOf(text, lines, command) } : { text, line }
}

interface ConsoleLine {
  text: string
  /** The command (from 0) that ran when it came; -1 before the first. */
  of: number
  isKernel: boolean
  /** It is a command that the console repeats. */
  isRepeated: boolean
  isCommand: boolean
}

function toLines(commands: string[], consoleText: string): ConsoleLine[] {
  let of = -1
  return consoleText.split(/\r?\n/).map((line) => {
    const isCommand = line === `# ${commands[of + 1]}`
    if (isCommand) of += 1
    const isKernel = kernelStamp.test(line)
    return { text: line.replace(kernelStamp, ''), of, isKernel, isCommand, isRepeated: line.startsWith('# ') }
  })
}

/** What a command printed itself: the lines after it without those of the kernel. */
function toOwn(lines: ConsoleLine[], command: number): string[] {
  return lines.filter(({ of, isKernel, isCommand }) => of === command && !isKernel && !isCommand).map(toText)
}

function toText({ text }: ConsoleLine): string {
  return text
}

function insteadOf(text: string, lines: string[], command: string | undefined): Instead {
  const nearest = nearestOf(text, lines)
  if (nearest !== undefined) return { nearest }
  if (command === undefined) return {}
  const said = lines.filter((line) => line.trim() !== '' && !line.startsWith('reboot: '))
  const besides = said.filter((line) => !ofTests.test(line))
  return { came: { of: command, lines: besides.length > 0 ? besides : said } }
}

/** What KUnit says of its tests has checks of its own. */
const ofTests = /^(?: {4}|KTAP version|# |1\.\.|(?:not )?ok \d)/

/** At least half of its words are the same; of two lines with as many, the one with less besides. */
function nearestOf(text: string, lines: string[]): string | undefined {
  const words = toWords(text)
  const [best] = lines
    .map((line) => {
      const there = toWords(line)
      return { line, share: words.filter((word) => there.includes(word)).length / words.length, there }
    })
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.share - a.share || a.there.length - b.there.length)
  return best?.line
}

/** Without the commas and colons at them. */
function toWords(text: string): string[] {
  return text.split(/[^\p{L}\p{N}_-]+/u).filter((word) => word !== '')
}

const kernelStamp = /^\[ *\d+\.\d+\] ?/

/** The lines of a console without time stamps, and without the commands that it repeats. */
export function toPrinted(consoleText: string): string[] {
  return consoleText
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('# '))
    .map((line) => line.replace(kernelStamp, ''))
}

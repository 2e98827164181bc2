import { z } from 'zod'
import { CourseError } from '../../course-error.ts'

/** Lines of a lesson's program, named by words in them, so that they are those that the lesson has. */
export const Shown = z.strictObject({
  file: z.string().regex(/^(start|solution|c)\//, 'write a file of start/, solution/ or c/'),
  from: z.string().min(3).describe('words that only its first line has'),
  to: z
    .string()
    .optional()
    .describe(
      'words of its last line; absent: the end of the block that begins there or below comments, or that line alone',
    ),
})
type Shown = z.infer<typeof Shown>

/** More than that is the lesson once more. */
const mostLines = 18

/** The code that a question speaks of, C and Rust apart. `where` names the question. Throws `CourseError`. */
export function readShown(
  textOf: (file: string) => string | undefined,
  where: string,
  shows: Shown[],
): { c?: string; rust?: string } {
  const pieces = shows.map((shown) => ({
    isRust: shown.file.endsWith('.rs'),
    lines: cut(textOf, where, shown),
  }))
  const count = pieces.reduce((sum, { lines }) => sum + lines.length, 0)
  if (count > mostLines)
    throw new CourseError(`${where} shows ${count} lines. Show at most ${mostLines}: those it speaks of.`)
  const toCode = (isRust: boolean, gap: string) =>
    pieces
      .filter((piece) => piece.isRust === isRust)
      .map(({ lines }) => lines.join('\n'))
      .join(`\n${gap}\n`)
  const [c, rust] = [toCode(false, '/* … */'), toCode(true, '// …')]
  return { ...(c && { c: `${c}\n` }), ...(rust && { rust: `${rust}\n` }) }
}

function cut(
  textOf: (file: string) => string | undefined,
  where: string,
  { file, from, to }: Shown,
): string[] {
  const text = textOf(file)
  if (text === undefined) throw new CourseError(`${where}: its lesson has no ${file}.`)
  const lines = text.split('\n').map((line) => line.replace(/\s*\/\/@.*$/, ''))
  const found = lines.flatMap((line, index) => (line.includes(from) ? [index] : []))
  const [first = 0] = found
  if (found.length !== 1)
    throw new CourseError(`${where}: «${from}» is on ${found.length} lines of ${file}. Take words of one.`)
  const length = lines
    .slice(first)
    .findIndex(to === undefined ? endOf(lines, first) : (line) => line.includes(to))
  if (length === -1) throw new CourseError(`${where}: no line of ${file} after «${from}» has «${to ?? '}'}».`)
  return dedent(lines.slice(first, first + length + 1))
}

/** Tells the last line of what begins in a line: its brace may stand in the next one, as in C. */
function endOf(lines: string[], first: number): (line: string, index: number) => boolean {
  const head = lines.slice(first).findIndex((line) => !/^\s*(\/\/|\/\*|#\[)/.test(line))
  const indent = indentOf(lines[first]!)
  const opens = lines[first + head]!.endsWith('{') || lines[first + head + 1] === `${indent}{`
  return (line, index) => index >= head && (!opens || line.startsWith(`${indent}}`))
}

function dedent(lines: string[]): string[] {
  const indents = lines.filter((line) => line !== '').map((line) => indentOf(line).length)
  return lines.map((line) => line.slice(Math.min(...indents)))
}

function indentOf(line: string): string {
  return /^\s*/.exec(line)![0]
}

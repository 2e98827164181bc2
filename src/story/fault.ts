import type { SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic, Position, Span } from '#protocol/diagnostic.ts'
import type { Fault } from '#protocol/fault.ts'
import type { TraceFrame } from '#protocol/trace.ts'
import { describeFault } from './describe-fault.ts'
import { calledFromHere } from './roles.ts'

/** Turns the death of a program in the browser into the diagnostic that is shown in and beside the code: on the innermost line of its own files, with those that called it. */
export function toFaultDiagnostic(fault: Fault, frames: TraceFrame[], files: SourceFiles): Diagnostic {
  const { headline, advice, isLimit } = describeFault(fault, frames)
  const [first, ...callers] = placesOf(fault, frames, files)
  return {
    severity: isLimit ? 'warning' : 'error',
    message: headline,
    spans: [
      ...(first ? [{ ...toSpan(first, files), primary: true }] : []),
      ...callers
        .slice(0, mostCallers)
        .map((place) => ({ ...toSpan(place, files), primary: false, label: calledFromHere() })),
    ],
    children: advice ? [{ severity: 'note', message: advice, spans: [] }] : [],
    fixes: [],
  }
}

/** A recursion has few lines and many calls. */
const mostCallers = 8

interface Place {
  file: string
  at: Position
}

/** The lines of the program's own, innermost first, each once. What a panic says of its place is better than the frame: it has the column. */
function placesOf({ place }: Fault, frames: TraceFrame[], files: SourceFiles): Place[] {
  const own = frames.filter(({ external }) => !external)
  const said = place && Object.hasOwn(files, place.file) ? [toOwnPlace(place, files)] : []
  const rest = own.filter(
    ({ file, at }) => !said.some((other) => other.file === file && other.at.line === at.line),
  )
  return withoutRepeats([...said, ...rest])
}

/** A panic counts columns in characters. */
function toOwnPlace({ file, line, column }: NonNullable<Fault['place']>, files: SourceFiles): Place {
  const characters = Array.from(lineOf(files, file, line)).slice(0, column - 1)
  return { file, at: { line, column: characters.join('').length + 1 } }
}

function lineOf(files: SourceFiles, file: string, line: number): string {
  return files[file]?.split('\n')[line - 1] ?? ''
}

function withoutRepeats(places: Place[]): Place[] {
  const lines = places.map(({ file, at }) => `${file}:${at.line}`)
  return places.filter((_, index) => lines.indexOf(lines[index]!) === index)
}

/** To the end of the line, or of what is called there. */
function toSpan({ file, at: { line, column } }: Place, files: SourceFiles): Omit<Span, 'primary'> {
  const rest = lineOf(files, file, line).slice(column - 1)
  const length =
    /^[\w.:!?]+(\([^()]*\))?/.exec(rest)?.[0].length ?? rest.trimEnd().replace(/[;{,]$/, '').length
  return { file, start: { line, column }, end: { line, column: column + Math.max(1, length) } }
}

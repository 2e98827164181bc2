import type { Diagnostic, DiagnosticChild, Span } from '#protocol/diagnostic.ts'
import type { SourceFiles } from '#protocol/compile.ts'
import type { ListedMessage, ListedChild, ListedLabel } from './listed-message.ts'

/** Brings a diagnostic of ours into the form of what is read from rustc's text; columns in characters, as there. */
export function toListedMessage(diagnostic: Diagnostic, files: SourceFiles): ListedMessage {
  const { code, children } = diagnostic
  return {
    ...toListedChild(diagnostic, files),
    ...(code === undefined ? {} : { code }),
    children: children.map((child) => toListedChild(child, files)),
  }
}

/** Changes a text as rustc does before it prints it: tabs, control characters, blanks at the end of lines. */
export function asPrinted(text: string): string {
  return text
    .replaceAll('\t', '    ')
    .replaceAll('\u200D', '')
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '\uFFFD')
    .replaceAll(/\p{Cc}/gu, toPicture)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd()
}

/** A control character is shown as its picture, but for the end of a line. */
function toPicture(control: string): string {
  const code = control.charCodeAt(0)
  if (control === '\n' || code > 0x7f) return control
  return String.fromCharCode(code === 0x7f ? 0x2421 : 0x2400 + code)
}

function toListedChild({ severity, message, spans }: DiagnosticChild, files: SourceFiles): ListedChild {
  const places = spans.filter((span) => span.primary).map((span) => toPlace(span, files))
  return {
    severity,
    message: asPrinted(message),
    ...(places[0] === undefined ? {} : { place: places[0] }),
    ...(places.length > 1 ? { places } : {}),
    labels: spans.flatMap(toListedLabels),
    marked: spans.filter(({ external }) => !external).flatMap(toMarkedLines),
  }
}

/** Gives the first and the last line of a span, as `file:line`. */
export function toMarkedLines({ file, start, end }: Span): string[] {
  return [start, end].map(({ line }) => `${file}:${line}`)
}

/** A place as rustc prints it, `file:line:column`, the column in characters. */
function toPlace({ file, start }: Span, files: SourceFiles): string {
  const line = files[file]?.split('\n')[start.line - 1]
  const column = line === undefined ? start.column : Array.from(line.slice(0, start.column - 1)).length + 1
  return `${file}:${start.line}:${column}`
}

function toListedLabels({ label, file, end }: Span): ListedLabel[] {
  return label === undefined ? [] : [{ file, line: end.line, text: asPrinted(label) }]
}

import type { Diagnostic, DiagnosticChild, Span } from '#protocol/diagnostic.ts'
import type { SourceFiles } from '#protocol/compile.ts'
import type { Told, ToldChild, ToldLabel } from './told.ts'

/** What a diagnostic of ours says, in the form of what is read from rustc's text. */
export function tellDiagnostic(diagnostic: Diagnostic, files: SourceFiles): Told {
  const { code, children } = diagnostic
  return {
    ...tellChild(diagnostic, files),
    ...(code === undefined ? {} : { code }),
    children: children.map((child) => tellChild(child, files)),
  }
}

/** What rustc does to a text before it prints it. */
export function asPrinted(text: string): string {
  return text
    .replaceAll('\t', '    ')
    .replaceAll('\u200D', '')
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '\uFFFD')
    .replaceAll(/[\0-\x09\x0B-\x1F]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replaceAll('\x7F', '\u2421')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd()
}

/** A place as rustc prints it, `file:line:column`, the column in characters. */
export function tellPlace({ file, start }: Span, files: SourceFiles): string {
  const line = files[file]?.split('\n')[start.line - 1]
  const column = line === undefined ? start.column : [...line.slice(0, start.column - 1)].length + 1
  return `${file}:${start.line}:${column}`
}

function tellChild({ severity, message, spans }: DiagnosticChild, files: SourceFiles): ToldChild {
  const primary = spans.find((span) => span.primary)
  return {
    severity,
    message: asPrinted(message),
    ...(primary ? { place: tellPlace(primary, files) } : {}),
    labels: spans.flatMap(tellLabel),
  }
}

function tellLabel({ label, file, end }: Span): ToldLabel[] {
  return label === undefined ? [] : [{ file, line: end.line, text: asPrinted(label) }]
}

import type { Diagnostic, DiagnosticChild, Fix, Span } from '#protocol/diagnostic.ts'

/** One message about a line; without a `kind` it may be of any. */
export interface Annotated {
  line: number
  kind?: 'error' | 'warning' | 'note' | 'help' | 'suggestion'
  text: string
}

/** Lists all that diagnostics say of the lines of a file, as compiletest does for the `//~` comments. */
export function listMessages(diagnostics: Diagnostic[], file: string): Annotated[] {
  return diagnostics.flatMap((diagnostic) => {
    const at = placesOf(diagnostic, file)
    const suffix = diagnostic.code === undefined ? '' : ` [${diagnostic.code}]`
    return [
      ...listOne(diagnostic, at, suffix),
      ...labelsOf(diagnostic, file),
      ...diagnostic.children.flatMap((child) => listChild(child, at, file)),
      ...diagnostic.fixes.flatMap((fix) => listFix(fix, file)),
    ]
  })
}

function listChild(child: DiagnosticChild, parent: Span[], file: string): Annotated[] {
  const own = placesOf(child, file)
  return [...listOne(child, own.length > 0 ? own : parent, ''), ...labelsOf(child, file)]
}

/** The first one, if there are several. */
function placesOf({ spans }: DiagnosticChild, file: string): Span[] {
  return spans.filter((span) => span.primary && span.file === file).slice(0, 1)
}

function listOne({ severity, message }: DiagnosticChild, at: Span[], suffix: string): Annotated[] {
  return at.flatMap(({ start, end }) =>
    message.split('\n').map((line, index) => ({
      line: start.line,
      ...(index === 0 ? { kind: severity } : {}),
      text: `${start.line}:${start.column}: ${end.line}:${end.column}: ${line}${suffix}`,
    })),
  )
}

function labelsOf({ spans }: DiagnosticChild, file: string): Annotated[] {
  return spans
    .filter((span) => span.file === file && span.label !== undefined)
    .map(({ start, label }) => ({ line: start.line, kind: 'note', text: label! }))
}

function listFix({ title, edits }: Fix, file: string): Annotated[] {
  const own = edits.filter(({ span }) => span.file === file)
  return own.flatMap(({ span, text }) => [
    { line: span.start.line, kind: 'help' as const, text: title },
    ...text.split('\n').map((part, index) => ({
      line: span.start.line + index,
      kind: 'suggestion' as const,
      text: part,
    })),
  ])
}

import type { SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic, DiagnosticChild, Severity, Span } from '#protocol/diagnostic.ts'
import { distinctBy } from '../distinct-by.ts'
import { capDiagnostics } from '#compiler-output/cap-diagnostics.ts'
import { takeLines } from '#compiler-output/take-lines.ts'
import { toSourceLines, type SourceLines } from '#compiler-output/rustc-json/source-lines.ts'
import { readClangLines, type ClangMessage } from './clang-lines.ts'
import { splitCode } from './split-code.ts'
import { toFixes } from './to-fixes.ts'
import { toInclusion, toSpans } from './to-spans.ts'

/** Arguments with which clang writes its messages as `parseClang` reads them. */
export const clangMessages = [
  ...['-fdiagnostics-print-source-range-info', '-fdiagnostics-parseable-fixits'],
  ...['-fmessage-length=0', '-fno-color-diagnostics', '-fno-crash-diagnostics'],
]

/** Reads what clang wrote with `clangMessages` about the files as they were sent; `isCut` tells that there were more lines. */
export function parseClang(
  stderr: string,
  files: SourceFiles,
  { isCut = false }: { isCut?: boolean | undefined } = {},
): Diagnostic[] {
  const sources = toSourceLines(files)
  const { lines, hasMore } = takeLines(stderr)
  const messages = readClangLines(lines)
  const diagnostics = toGroups(messages.filter((message) => !isEnd(message)))
    .filter(({ head }) => !isOfTheKernel(head, sources))
    .map((group) => toDiagnostic(group, sources))
  // Several files of a driver may include the same header.
  const distinct = distinctBy(diagnostics, (diagnostic) => JSON.stringify(diagnostic))
  return capDiagnostics(distinct, { lines: isCut || hasMore, untold: messages.some(isEnd) })
}

/** clang tells of so many errors and stops. */
function isEnd({ text }: ClangMessage): boolean {
  return text.startsWith('too many errors emitted')
}

/** A warning about a line of the kernel's headers is nothing that a driver can change. */
function isOfTheKernel({ level, place }: ClangMessage, sources: SourceLines): boolean {
  return level === 'warning' && place !== undefined && !sources.has(place.file)
}

/** A message, and the notes that follow it. */
interface Group {
  head: ClangMessage
  notes: ClangMessage[]
}

function toGroups(messages: ClangMessage[]): Group[] {
  const groups: Group[] = []
  for (const message of messages) {
    const last = groups.at(-1)
    if (message.level === 'note' && last) last.notes.push(message)
    else groups.push({ head: message, notes: [] })
  }
  return groups
}

function toDiagnostic({ head, notes }: Group, sources: SourceLines): Diagnostic {
  const { text, code } = splitCode(head.text)
  return {
    severity: severities[head.level] ?? 'error',
    ...(code === undefined ? {} : { code }),
    message: text,
    spans: blameInclusion(head, sources),
    children: notes.map((note) => toChild(note, sources)),
    fixes: [head, ...notes].flatMap((message) => toFixes(message, sources)),
  }
}

function toChild(note: ClangMessage, sources: SourceLines): DiagnosticChild {
  return { severity: 'note', message: splitCode(note.text).text, spans: toSpans(note, sources) }
}

const severities: Record<string, Severity> = { warning: 'warning', note: 'note', remark: 'note' }

/** A trouble in a header of the kernel is one of the line that asks for the header. */
function blameInclusion(message: ClangMessage, sources: SourceLines): Span[] {
  const spans = toSpans(message, sources)
  const own = message.includedFrom.find(({ file }) => sources.has(file))
  if (!own || spans.some(({ external }) => !external)) return spans
  return [toInclusion(own, sources), ...spans.map((span) => ({ ...span, primary: false }))]
}

import type { SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic, Severity, Span } from '#protocol/diagnostic.ts'
import { toSourceLines, type SourceLines } from '../rustc-json/source-lines.ts'
import { readClangLines, type ClangFix, type ClangMessage } from './clang-lines.ts'
import { toFixEdit, toInclusion, toSpans } from './to-spans.ts'

/** Arguments with which clang writes its messages as `parseClang` reads them. */
export const clangMessages = [
  ...['-fdiagnostics-print-source-range-info', '-fdiagnostics-parseable-fixits'],
  ...['-fmessage-length=0', '-fno-color-diagnostics', '-fno-crash-diagnostics'],
]

/** Reads what clang wrote with `clangMessages` about the files as they were sent. */
export function parseClang(stderr: string, files: SourceFiles): Diagnostic[] {
  const sources = toSourceLines(files)
  const diagnostics: Diagnostic[] = []
  for (const message of readClangLines(stderr)) {
    if (isSummary(message)) continue
    const parent = message.level === 'note' ? diagnostics.at(-1) : undefined
    if (parent) addNote(parent, message, sources)
    else diagnostics.push(toDiagnostic(message, sources))
  }
  return diagnostics
}

function isSummary({ text }: ClangMessage): boolean {
  return text.startsWith('too many errors emitted')
}

function addNote(parent: Diagnostic, message: ClangMessage, sources: SourceLines): void {
  const { text } = splitCode(message.text)
  parent.children.push({ severity: 'note', message: text, spans: toSpans(message, sources) })
  parent.fixes.push(...toFixes(message, text, sources))
}

function toDiagnostic(message: ClangMessage, sources: SourceLines): Diagnostic {
  const { text, code } = splitCode(message.text)
  return {
    severity: severities[message.level] ?? 'error',
    ...(code === undefined ? {} : { code }),
    message: text,
    spans: blameInclusion(message, sources),
    children: [],
    fixes: toFixes(message, text, sources),
  }
}

const severities: Record<string, Severity> = { warning: 'warning', note: 'note', remark: 'note' }

/** A trouble in a header of the kernel is one of the line that asks for the header. */
function blameInclusion(message: ClangMessage, sources: SourceLines): Span[] {
  const spans = toSpans(message, sources)
  const own = message.includedFrom.find(({ file }) => sources.has(file))
  if (!own || spans.some(({ external }) => !external)) return spans
  return [toInclusion(own, sources), ...spans.map((span) => ({ ...span, primary: false }))]
}

/** `… [-Werror,-Wunused-variable]` → the text and `-Wunused-variable`. */
function splitCode(text: string): { text: string; code?: string } {
  const match = / \[(?:-Werror,)?(-W[^\],]+)(?:,[^\]]*)?\]$/.exec(text)
  return match ? { text: text.slice(0, match.index), code: match[1]! } : { text }
}

/** Clang goes on as if the fix of an error had been made; that of a note is one of several ways. */
function toFixes({ fixes, level }: ClangMessage, text: string, sources: SourceLines): Diagnostic['fixes'] {
  if (fixes.length === 0 || !fixes.every(({ file }) => sources.has(file))) return []
  const applicability = level === 'note' ? 'MaybeIncorrect' : 'MachineApplicable'
  const edits = fixes.map((fix) => toFixEdit(fix, sources))
  return [{ title: level === 'note' ? text : toTitle(fixes), edits, applicability }]
}

function toTitle(fixes: ClangFix[]): string {
  const texts = fixes.map(({ text }) => text.trim()).filter((text) => text !== '')
  if (texts.length === 0) return 'remove this'
  const isInsertion = fixes.every(({ from, to }) => from.line === to.line && from.column === to.column)
  return `${isInsertion ? 'insert' : 'replace with'} ${texts.map((text) => `\`${text}\``).join(' and ')}`
}

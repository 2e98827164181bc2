import type { SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic, DiagnosticChild, Severity, Span } from '#protocol/diagnostic.ts'
import { capDiagnostics } from '../cap-diagnostics.ts'
import { takeLines } from '../take-lines.ts'
import { isAboutTheCommand } from './is-about-the-command.ts'
import { RustcMessage, type RustcChild, type RustcSpan } from './rustc-message.ts'
import { toSourceLines, type SourceLines } from './source-lines.ts'
import { toFixes } from './to-fixes.ts'
import { isNowhere, isOwn, toInvocation, toSpan } from './to-span.ts'

/** `rendered` asks for rustc's own text of each message, too; `isCut` tells that there were more lines. */
export interface RustcOutput {
  rendered?: boolean | undefined
  isCut?: boolean | undefined
}

/** Reads the output of `rustc --error-format=json`, one message a line, about the files as they were sent. */
export function parseRustcJson(
  stderr: string,
  files: SourceFiles,
  { rendered = false, isCut = false }: RustcOutput = {},
): Diagnostic[] {
  const sources = toSourceLines(files)
  const { lines, hasMore } = takeLines(stderr)
  const { messages, unreadable } = readMessages(lines)
  const diagnostics = joinNotes(messages.filter((message) => !isSummary(message))).map((message) => ({
    ...toDiagnostic(message, sources),
    ...(rendered && toRendered(message)),
  }))
  return capDiagnostics(diagnostics, { unreadable, lines: isCut || hasMore || unreadable === mostUnreadable })
}

/** Messages, and how many lines look like one and are none. */
interface ReadMessages {
  messages: RustcMessage[]
  unreadable: number
}

/** What has so many unreadable lines is not from rustc, and each costs as much as a hundred messages. */
const mostUnreadable = 100

function readMessages(lines: string[]): ReadMessages {
  const messages: RustcMessage[] = []
  let unreadable = 0
  for (const line of lines) {
    if (!line.startsWith('{')) continue
    const message = toMessage(line)
    if (message) messages.push(message)
    else unreadable += 1
    if (unreadable === mostUnreadable) break
  }
  return { messages, unreadable }
}

function toMessage(line: string): RustcMessage | undefined {
  try {
    return RustcMessage.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}

/** True if the compiler itself broke; what it writes then is about itself. */
export function isInternalError(stderr: string): boolean {
  return stderr.includes('"level":"error: internal compiler error"')
}

function isSummary({ level, message, spans }: RustcMessage): boolean {
  if (level === 'failure-note') return true
  return spans.length === 0 && /^aborting due to |^\d+ warnings? emitted$/.test(message)
}

/** rustc sends some notes on an error after it, each as a message of its own, such as which call made a generic function that is refused. */
function joinNotes(messages: RustcMessage[]): RustcMessage[] {
  const joined: RustcMessage[] = []
  for (const message of messages) {
    const last = joined.at(-1)
    if (message.level !== 'note' || last?.level !== 'error') joined.push(message)
    else if (!isSamePlace(message, last)) {
      last.children.push(message)
      last.rendered = `${last.rendered ?? ''}${message.rendered ?? ''}`
    }
  }
  return joined
}

/** «erroneous constant encountered» only points at the error again. */
function isSamePlace(note: RustcMessage, { spans }: RustcMessage): boolean {
  const isThere = ({ file_name, line_start }: RustcSpan) =>
    spans.some((span) => span.is_primary && span.file_name === file_name && span.line_start === line_start)
  return note.spans.length > 0 && note.spans.every(isThere)
}

function toRendered({ rendered }: RustcMessage): Pick<Diagnostic, 'rendered'> {
  return rendered ? { rendered: rendered.trimEnd() } : {}
}

function toDiagnostic(message: RustcMessage, sources: SourceLines): Diagnostic {
  const children = message.children
    .filter((child) => !isAboutTheCommand(child.message))
    .filter((child) => !isChangeElsewhere(child, sources))
  return {
    severity: toSeverity(message.level),
    ...(message.code ? { code: message.code.code } : {}),
    message: message.message,
    spans: toSpans(message.spans, sources),
    children: children.map((child) => toChild(child, sources)),
    fixes: children.flatMap((child) => toFixes(child, sources)),
  }
}

/** As rustc prints it: nobody can make a change in a library. */
function isChangeElsewhere(child: RustcChild, sources: SourceLines): boolean {
  const changes = child.spans.filter((span) => span.suggested_replacement !== null)
  return changes.length > 0 && changes.every((span) => !isOwn(span, sources))
}

/** A help that became a fix keeps its message; its places are those of the fix. */
function toChild(child: RustcChild, sources: SourceLines): DiagnosticChild {
  const spans = child.spans.filter((span) => span.suggested_replacement === null)
  return {
    severity: toSeverity(child.level),
    message: child.message.trimEnd(),
    spans: toSpans(spans, sources),
  }
}

function toSpans(all: RustcSpan[], sources: SourceLines): Span[] {
  const spans = withoutNowhere(all)
  const invocations = spans.map((span) => toInvocation(span, sources)).filter((span) => span !== undefined)
  return withoutRepeats([...spans.map((span) => toSpan(span, sources)), ...invocations])
}

/** As rustc prints it: a label that has no place stands at the primary one. */
function withoutNowhere(spans: RustcSpan[]): RustcSpan[] {
  const primary = spans.find((span) => span.is_primary && !isNowhere(span))
  return spans.flatMap((span) => {
    if (!isNowhere(span)) return [span]
    return primary && span.label ? [{ ...primary, is_primary: false, label: span.label }] : []
  })
}

/** Two spans inside one macro come out at the same place. */
function withoutRepeats(spans: Span[]): Span[] {
  const seen = new Set<string>()
  return spans.filter((span) => {
    const key = JSON.stringify(span)
    return !seen.has(key) && seen.add(key)
  })
}

function toSeverity(level: string): Severity {
  return level === 'warning' || level === 'note' || level === 'help' ? level : 'error'
}

import type { Diagnostic, Position, Span } from '#protocol/diagnostic.ts'

/** The text of the file that messages are about. */
export interface SourceText {
  /** What a span covers; empty for a span in another file. */
  of(span: Span): string
  /** The line a span begins on. */
  lineOf(span: Span): string
  /** The calls of macros and functions that a span lies in or is, the outermost first. */
  callsAround(span: Span): Call[]
  /** The call whose name begins at a span. */
  callAt(span: Span): Call | undefined
}

/** `name!(arguments)`, `name(arguments)`; also with the other brackets. */
export interface Call {
  /** Such as `module!` or `from_timer`. */
  name: string
  /** What stands between the brackets. */
  inside: string
  /** All of it. */
  whole: string
  /** Whether a span lies between the brackets or is one of them. */
  holds(span: Span): boolean
  /** Which argument a span lies in, from 1; 0 for none. */
  argumentOf(span: Span): number
}

/** Makes the text of a file readable by spans; comments and strings count as blanks where calls are looked for. */
export function toSourceText(file: string, text: string): SourceText {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const offsetOf = ({ line, column }: Position) => (starts[line - 1] ?? text.length) + column - 1
  const isHere = (span: Span) => span.file === file && !span.external
  const find = once(() => findCalls(text))
  const toCall = (found: FoundCall): Call => ({
    name: found.name,
    inside: text.slice(found.open + 1, found.close),
    whole: text.slice(found.from, found.close + 1),
    holds: ({ start, end }) => found.open <= offsetOf(start) && offsetOf(end) <= found.close + 1,
    argumentOf: (span) => argumentAt(find().blanked, found, offsetOf(span.start)),
  })
  return {
    of: (span) => (isHere(span) ? text.slice(offsetOf(span.start), offsetOf(span.end)) : ''),
    lineOf: (span) => (isHere(span) ? text.slice(starts[span.start.line - 1], starts[span.start.line]) : ''),
    callsAround(span) {
      const [from, to] = [offsetOf(span.start), offsetOf(span.end)]
      const around = find().calls.filter((call) => call.from <= from && to <= call.close + 1)
      return isHere(span) ? around.map(toCall) : []
    },
    callAt(span) {
      const found = find().calls.find(({ from }) => from === offsetOf(span.start))
      return isHere(span) && found ? toCall(found) : undefined
    },
  }
}

/** The spans of a message that carry it. */
export function primarySpans({ spans }: Diagnostic): Span[] {
  return spans.filter(({ primary }) => primary)
}

interface FoundCall {
  name: string
  from: number
  open: number
  close: number
}

function findCalls(text: string): { calls: FoundCall[]; blanked: string } {
  const blanked = text.replaceAll(commentOrString, (match) => match.replaceAll(/[^\n]/g, ' '))
  const closing = matchBrackets(blanked)
  const calls = [...blanked.matchAll(/([\w:]*\w!?)[ \t]*([([{])/g)].flatMap(
    ({ 0: head, 1: name = '', index }) => {
      const open = index + head.length - 1
      const close = closing.get(open)
      return close === undefined ? [] : [{ name, from: index, open, close }]
    },
  )
  return { calls, blanked }
}

const commentOrString =
  /\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|"(?:[^"\\]|\\[^])*(?:"|$)|'(?:[^'\\\n]|\\[^\n]{1,8})'/g

const pairs: Record<string, string> = { ')': '(', ']': '[', '}': '{' }

/** Where each bracket is closed, by offsets; a bracket that does not match is passed over. */
function matchBrackets(text: string): Map<number, number> {
  const closing = new Map<number, number>()
  const open: number[] = []
  for (const { 0: bracket, index } of text.matchAll(/[()[\]{}]/g)) {
    const opener = pairs[bracket]
    if (opener === undefined) open.push(index)
    else if (text[open.at(-1) ?? -1] === opener) closing.set(open.pop()!, index)
  }
  return closing
}

function argumentAt(blanked: string, { open, close }: FoundCall, offset: number): number {
  if (offset <= open || offset > close) return 0
  let [depth, argument] = [0, 1]
  for (const character of blanked.slice(open + 1, offset)) {
    if ('([{'.includes(character)) depth += 1
    else if (')]}'.includes(character)) depth -= 1
    else if (character === ',' && depth === 0) argument += 1
  }
  return argument
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

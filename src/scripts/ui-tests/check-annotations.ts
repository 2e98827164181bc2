import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { Comparison } from './compare.ts'
import { listMessages, type Annotated } from './list-messages.ts'
import { readAnnotations } from './read-annotations.ts'
import type { UiTest } from './ui-test.ts'

/** A diagnostic, and where it comes from as far as its text says so. */
export interface Traced {
  diagnostic: Diagnostic
  /** The text has a note on the macro that it originates in. */
  isFromMacro: boolean
}

/** Compares the `//~ ERROR` comments of a test with our diagnostics, as compiletest does. */
export function checkAnnotations(test: UiTest, traced: Traced[]): Comparison {
  if (test.headers.some(({ name }) => name === 'known-bug' || name === 'error-pattern'))
    return { differences: [], rules: ['annotated without lines, as a known bug or a pattern'] }
  const diagnostics = traced.map(({ diagnostic }) => diagnostic)
  const missing = readAnnotations(test.source, test.revision)
  const messages = listMessages(diagnostics, test.file)
  const unexpected = messages.filter((message) => !takeMatch(missing, message)).filter(isImportant)
  return excuse(missing, unexpected, traced)
}

function takeMatch(expected: Annotated[], message: Annotated): boolean {
  const index = expected.findIndex((one) => one.line === message.line && isSame(one, message))
  if (index !== -1) expected.splice(index, 1)
  return index !== -1
}

function isSame(expected: Annotated, { kind, text }: Annotated): boolean {
  return (!expected.kind || expected.kind === kind) && text.includes(expected.text)
}

/** Notes need not be annotated. */
function isImportant({ kind }: Annotated): boolean {
  return kind === 'error' || kind === 'warning'
}

function excuse(missing: Annotated[], unexpected: Annotated[], traced: Traced[]): Comparison {
  const reasons = missing.map((one) => whyMissing(one, traced))
  const elsewhere = missing.filter((_, index) => reasons[index] === inMacro)
  return {
    differences: [
      ...missing
        .filter((_, index) => !reasons[index])
        .map((one) => `annotated, but we do not say: ${describe(one)}`),
      ...unexpected
        .filter((message) => !elsewhere.some((one) => isSame(one, message)))
        .map((message) => `we say, but it is not annotated: ${describe(message)}`),
    ],
    rules: reasons.filter((reason) => reason !== undefined),
  }
}

const inMacro = 'annotated inside a macro, where the text names the call'

/** Why an annotation need not be met; nothing if it has to be. */
function whyMissing(one: Annotated, traced: Traced[]): string | undefined {
  if (one.text.startsWith('in this expansion')) return "annotated in compiletest's own words on macros"
  if (one.kind === 'note' && one.text === '') return 'annotated as a note that says nothing'
  const alike = traced.filter(({ diagnostic }) => mentions(diagnostic, one))
  if (alike.some(({ isFromMacro }) => isFromMacro)) return inMacro
  const isNowhere =
    alike.some(({ diagnostic }) => isPlaceless(diagnostic)) || traced.some((it) => labels(it, one))
  if (one.line !== 1 || !isNowhere) return undefined
  return 'annotated at the first line, where the text names no place'
}

function isPlaceless({ spans, children }: Diagnostic): boolean {
  return spans.length === 0 || children.some((child) => child.spans.length === 0)
}

function mentions({ severity, code, message, children }: Diagnostic, one: Annotated): boolean {
  const texts = [{ severity, message: `${message} [${code ?? ''}]` }, ...children]
  return texts.some(({ severity: kind, message: text }) => isSame(one, { line: one.line, kind, text }))
}

function labels({ diagnostic }: Traced, { kind, text }: Annotated): boolean {
  return kind === 'note' && diagnostic.spans.some(({ label }) => label?.includes(text))
}

function describe({ line, kind, text }: Annotated): string {
  return `line ${line}: ${kind ?? 'any'}: ${text}`
}

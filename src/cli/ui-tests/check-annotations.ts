import type { Diagnostic } from '#protocol/diagnostic.ts'
import { listMessages, type Annotated } from './list-messages.ts'
import type { UiTest } from './ui-test.ts'
import { readAnnotations } from './read-annotations.ts'

/** Where the `//~ ERROR` comments of a test and our diagnostics disagree, as compiletest would say it. */
export function checkAnnotations(test: UiTest, diagnostics: Diagnostic[]): string[] {
  if (test.headers.some(({ name }) => name === 'known-bug' || name === 'error-pattern')) return []
  const expected = readAnnotations(test.source, test.revision)
  const actual = listMessages(diagnostics, test.file)
  const left = [...expected]
  const unexpected = actual.filter((message) => !takeMatch(left, message) && isImportant(message))
  return [
    ...left.filter(isToBeFound).map((one) => `annotated, but we do not say: ${say(one)}`),
    ...unexpected.map((one) => `we say, but it is not annotated: ${say(one)}`),
  ]
}

function takeMatch(expected: Annotated[], { line, kind, text }: Annotated): boolean {
  const index = expected.findIndex(
    (one) => one.line === line && (!one.kind || one.kind === kind) && text.includes(one.text),
  )
  if (index !== -1) expected.splice(index, 1)
  return index !== -1
}

/** Notes need not be annotated. */
function isImportant({ kind }: Annotated): boolean {
  return kind === 'error' || kind === 'warning'
}

/** The steps of an expansion are compiletest's own words, from what JSON has beside the message. */
function isToBeFound({ text }: Annotated): boolean {
  return !text.startsWith('in this expansion of ')
}

function say({ line, kind, text }: Annotated): string {
  return `line ${line}: ${kind ?? 'any'}: ${text}`
}

import type { Diagnostic } from '#protocol/diagnostic.ts'
import { cutText } from '#compiler-output/cut-text.ts'

/** A command of a compiler that has ended. */
export interface EndedCommand {
  code: number
  stderr: string
}

/**
 * Adds an error with what the tool wrote if it refused a program and none of its messages could be read as the reason: a
 * driver can give its files names with which they do not look like messages.
 */
export function explainRefusal({ code, stderr }: EndedCommand, diagnostics: Diagnostic[]): Diagnostic[] {
  if (code === 0 || diagnostics.some(({ severity }) => severity === 'error')) return diagnostics
  return [...diagnostics, toRefusal(stderr.trim())]
}

function toRefusal(written: string): Diagnostic {
  return {
    severity: 'error',
    message: 'the compiler refused this program, but no line could be found for the reason',
    spans: [],
    children: written === '' ? [] : [{ severity: 'note', message: cutText(written, most), spans: [] }],
    fixes: [],
  }
}

/** Characters: some messages. */
const most = 2000

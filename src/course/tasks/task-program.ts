import type { SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic, Span } from '#protocol/diagnostic.ts'

/** A snippet as a whole program; `before` lines of it stand above the snippet. */
export interface TaskProgram {
  text: string
  before: number
}

/** Makes a program of a snippet that is shown: statements get a `main` around them. */
export function toShownProgram(snippet: string): TaskProgram {
  if (hasMain(snippet)) return { text: snippet, before: 0 }
  return { text: `${allowance}fn main() {\n${snippet.trimEnd()}\n}\n`, before: 2 }
}

/** Makes a program of a snippet that the reader edits: functions get an empty `main` below them. */
export function toEditedProgram(snippet: string): TaskProgram {
  return {
    text: hasMain(snippet) ? snippet : `${snippet.trimEnd()}\n\n#[allow(dead_code)]\nfn main() {}\n`,
    before: 0,
  }
}

/** Leaves out that something is never used: nobody uses all that a task declares. */
export function withoutUnused(diagnostics: Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ code }) => code !== 'dead_code')
}

/** Nobody uses all that a snippet of four lines declares. */
const allowance = '#![allow(unused, clippy::all)]\n'

function hasMain(snippet: string): boolean {
  return /^\s*(pub )?fn main\(/m.test(snippet)
}

/** Makes the `tests.rs` that asks whether expressions are true; the n-th test, from 1, is `holds_n`. */
export function toTests(holds: string[]): string {
  return `#[allow(unused_imports)]\nuse super::*;\n${holds.map(toTest).join('')}`
}

function toTest(expression: string, index: number): string {
  const sides = splitEquality(expression)
  const assertion = sides ? `assert_eq!(${sides.join(', ')})` : `assert!(${expression})`
  return `\n#[test]\nfn holds_${index + 1}() {\n    ${assertion};\n}\n`
}

/** Both sides of an expression that is one comparison; undefined of any other. */
function splitEquality(expression: string): string[] | undefined {
  const sides = expression.split(' == ')
  const isOne = sides.length === 2 && sides.every(isBalanced) && !/&&|\|\|/.test(expression)
  return isOne ? sides : undefined
}

function isBalanced(side: string): boolean {
  const count = (characters: RegExp) => side.match(characters)?.length ?? 0
  return count(/[([{]/g) === count(/[)\]}]/g)
}

/** The files that a task's program is built of. */
export function toTaskFiles({ text }: TaskProgram, holds?: string[]): SourceFiles {
  return { 'main.rs': text, ...(holds && { 'tests.rs': toTests(holds) }) }
}

/** Moves what a compiler said of the program to the lines of the snippet; what it says of other lines is left out. */
export function toSnippetLines(diagnostics: Diagnostic[], { before }: TaskProgram): Diagnostic[] {
  const move = (span: Span): Span => ({
    ...span,
    start: { ...span.start, line: span.start.line - before },
    end: { ...span.end, line: span.end.line - before },
  })
  const moveAll = (spans: Span[]) => spans.filter(({ start }) => start.line > before).map(move)
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    spans: moveAll(diagnostic.spans),
    children: diagnostic.children.map((child) => ({ ...child, spans: moveAll(child.spans) })),
    fixes: [],
  }))
}

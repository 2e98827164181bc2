import { highlight } from './highlight.ts'

/** Rust in which comments, texts and characters are blank, so that what is left is syntax; every position stays as it is. */
export function toPlainRust(code: string): string {
  return highlight(code, 'rust')
    .map((line) =>
      line.map(({ text, classes }) => (isSyntax(classes) ? text : ' '.repeat(text.length))).join(''),
    )
    .join('\n')
}

function isSyntax(classes: string[]): boolean {
  return !classes.includes('t-comment') && !classes.includes('t-string')
}

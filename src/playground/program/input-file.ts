/** The name under which a program's standard input is kept, beside the program's own. */
export const inputFile = 'stdin'

/** Whether a program may read standard input: only then is there a field for it. */
export function readsInput(source: string): boolean {
  return /\bstdin\b/.test(source)
}

/** Whether a program has tests of its own. */
export function hasTests(source: string): boolean {
  return /^[ \t]*#\[test\]/m.test(source)
}

/** Splits a line as a shell would: quotes and backslashes, but no variables or patterns. */
export function toShellWords(line: string): string[] {
  return [...line.matchAll(word)].map(([found]) => found.replaceAll(part, unquote))
}

const word = /(?:\\.|'[^']*'|"(?:\\.|[^"\\])*"|[^\s'"\\])+/g
const part = /\\.|'[^']*'|"(?:\\.|[^"\\])*"/g

function unquote(part: string): string {
  if (part.startsWith('\\')) return part.slice(1)
  const inner = part.slice(1, -1)
  return part.startsWith("'") ? inner : inner.replaceAll(/\\(["\\$`])/g, '$1')
}

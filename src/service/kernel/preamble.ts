/**
 * The directives that a driver begins with, one a line: inclusions of the kernel's headers and plain definitions, up
 * to the first line that is something else. Undefined if there is no inclusion among them.
 */
export function toPreamble(source: string): string | undefined {
  const directives: string[] = []
  for (const line of withoutComments(source).split('\n')) {
    const text = line.trim()
    if (text === '') continue
    if (!inclusion.test(text) && !definition.test(text)) break
    directives.push(text)
  }
  return directives.some((line) => inclusion.test(line)) ? `${directives.join('\n')}\n` : undefined
}

const inclusion = /^#\s*include\s*<[\w./-]+>$/
const definition = /^#\s*define\s+\w[^']*$/

/** Strings are stepped over, so that what looks like a comment in one stays. */
function withoutComments(source: string): string {
  return beforeContinuation(source.slice(0, longestPreamble).replaceAll('\r', '')).replaceAll(
    stringOrComment,
    (match) => (match.startsWith('"') ? match : match.replaceAll(/[^\n]/g, '')),
  )
}

const longestPreamble = 8192

/** What does not end is taken up to its line's or the text's end, so that nothing is looked at twice. */
const stringOrComment = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/g

/** The whole lines before the first one that goes on in the next. */
function beforeContinuation(source: string): string {
  const at = source.indexOf('\\\n')
  return at < 0 ? source : source.slice(0, source.lastIndexOf('\n', at) + 1)
}

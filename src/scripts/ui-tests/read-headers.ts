import type { Header } from './ui-test.ts'

/** Reads the headers of a test, `//@ name: value`, or `// name: value` in the style of before 2024. */
export function readHeaders(source: string): Header[] {
  const lines = headOf(source)
  const hasNewStyle = lines.some((line) => line.startsWith('//@'))
  return lines.flatMap((line) => (hasNewStyle ? readLine(line, newStyle) : readOldLine(line)))
}

/** Reads the names of the revisions, in their order; empty if the test has only one form. */
export function readRevisions(headers: Header[]): string[] {
  return headers.filter(({ name }) => name === 'revisions').flatMap(({ value }) => value.split(/\s+/))
}

/** Picks the headers that hold for a revision; without one, those that name none. */
export function headersFor(headers: Header[], revision?: string): Header[] {
  return headers.filter((header) => header.revision === undefined || header.revision === revision)
}

/** As compiletest does: what follows the first function or module is not looked at. */
function headOf(source: string): string[] {
  const lines = source.split('\n').map((line) => line.trim())
  const end = lines.findIndex((line) => line.startsWith('fn') || line.startsWith('mod'))
  return end === -1 ? lines : lines.slice(0, end)
}

const newStyle = /^\/\/@\s*(?:\[(?<revision>[^\]]*)\])?\s*(?<name>[\w.-]+)(?::(?<value>.*))?/

const oldStyle = /^\/\/\s*(?:\[(?<revision>[^\]]*)\])?\s*(?<name>[a-z][\w.-]*)(?::(?<value>.*)|$)/

function readLine(line: string, style: RegExp): Header[] {
  const { name, value, revision } = style.exec(line)?.groups ?? {}
  if (!name) return []
  return [{ name, value: (value ?? '').trim(), ...(revision === undefined ? {} : { revision }) }]
}

/** An ordinary comment looks like an old header, so only known names are taken. */
function readOldLine(line: string): Header[] {
  return readLine(line, oldStyle)
    .filter(({ name }) => oldNames.test(name))
    .map((header) => ({ ...header, name: header.name.replace(/-test$/, '') }))
}

const oldNames =
  /^(revisions|edition|compile-flags|aux-(build|crate)|(check|build|run)-(pass|fail)|run-rustfix|error-pattern|rustc-env|normalize-stderr-(test|32bit|64bit)|stderr-per-bitwidth|known-bug|(ignore|only|needs)-[\w-]+|force-host|incremental|failure-status|no-prefer-dynamic|dont-check-compiler-stderr)$/

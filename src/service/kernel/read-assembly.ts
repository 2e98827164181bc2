import type { SourceFiles } from '#protocol/compile.ts'
import type { Assembly, AssemblyLine } from '#protocol/inspect.ts'
import { cutText } from '#compiler-output/cut-text.ts'
import { takeLines } from '#compiler-output/take-lines.ts'
import { toTreePath } from '#compiler-output/tree-path.ts'

/** Reads the functions in what a compiler writes for an assembler: labels that are jumped to, and instructions with their lines. */
export function readAssembly(output: string, files: SourceFiles): Assembly[] {
  const reader = createReader(files)
  for (const line of takeLines(output, mostLines).lines) reader.take(line)
  return reader.functions
}

const mostLines = 100_000
const mostFunctions = 1000
const mostOfFunction = 2000
/** Characters; an instruction can name what Rust makes of long types. */
const mostOfLine = 2000

interface Reader {
  take(line: string): void
  functions: Assembly[]
}

function createReader(files: SourceFiles): Reader {
  const functions: Assembly[] = []
  const names = new Set<string>()
  const sources = new Map<string, string>()
  let place: Place = {}
  let open: Assembly | undefined

  function takeDirective(words: string[], line: string) {
    if (words[0] === '.type' && line.endsWith('@function')) names.add(words[1]?.split(',', 1)[0] ?? '')
    if (words[0] === '.file') readFile(line, sources)
    if (words[0] === '.loc') place = toPlace(words, sources, files)
    if (words[0] !== '.size' || !open || open.name !== words[1]?.split(',', 1)[0]) return
    functions.push({ ...open, lines: withoutUnusedLabels(open.lines) })
    open = undefined
  }
  function take(line: string) {
    const label = toLabel(line)
    if (label !== undefined && names.has(label) && functions.length < mostFunctions) {
      open = { name: label, lines: [], more: 0 }
      place = {}
    } else if (label !== undefined) add(open, { text: `${label}:` })
    else if (line.startsWith('\t.')) takeDirective(line.slice(1, mostOfLine).split(/\s/), line)
    else if (line.startsWith('\t') && line[1] !== '#') add(open, { text: toText(line), ...place })
  }
  return { take, functions }
}

type Place = Pick<AssemblyLine, 'file' | 'line' | 'external'>

function add(open: Assembly | undefined, line: AssemblyLine) {
  if (!open || line.text === '') return
  if (open.lines.length < mostOfFunction) open.lines.push(line)
  else open.more += 1
}

/** `tape_read:   # @tape_read` → `tape_read`; undefined for a line without a label. */
function toLabel(line: string): string | undefined {
  if (line === '' || ' \t#'.includes(line[0]!)) return undefined
  const end = line.indexOf(':')
  return end > 0 && end < mostOfLine ? line.slice(0, end) : undefined
}

/** An instruction without the compiler's remark on it. */
function toText(line: string): string {
  const cut = line.slice(0, mostOfLine)
  const remark = cut.indexOf(' #')
  return cutText((remark < 0 ? cut : cut.slice(0, remark)).trim(), mostOfLine)
}

/** `.file 3 "/work" "driver.c"`, or with one path. */
const file = /^\t\.file\t(\d{1,9}) "([^"]{0,1000})"(?: "([^"]{0,1000})")?/

function readFile(line: string, sources: Map<string, string>) {
  const [, number, folder, name] = file.exec(line.slice(0, 3000)) ?? []
  if (number === undefined) return
  const path = name === undefined || name.startsWith('/') ? (name ?? folder!) : `${folder}/${name}`
  sources.set(number, path.replace(/^\/work\//, '').replace(/^(\.\/){1,9}/, ''))
}

/** `.loc 3 17 9 prologue_end`; where a compiler gives line 0, nothing is known. */
function toPlace(words: string[], sources: Map<string, string>, files: SourceFiles): Place {
  const [path, line] = [sources.get(words[1] ?? ''), Number(words[2])]
  if (path === undefined || !Number.isInteger(line) || line < 1 || line > 1_000_000) return {}
  if (Object.hasOwn(files, path)) return { file: path, line }
  return { file: toTreePath(path.slice(0, 200)), line, external: true }
}

/** Most labels are for debuggers. */
function withoutUnusedLabels(lines: AssemblyLine[]): AssemblyLine[] {
  const used = new Set(
    lines.flatMap(({ text }) => (text.endsWith(':') ? [] : (text.match(localLabel) ?? []))),
  )
  return lines.filter(
    ({ text }) => !text.startsWith('.L') || !text.endsWith(':') || used.has(text.slice(0, -1)),
  )
}

const localLabel = /\.L\w{1,100}/g

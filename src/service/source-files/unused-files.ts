import { posix } from 'node:path'
import type { CompileRequest, SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import { readInclusions, toIncluded } from './included-files.ts'

type Program = Pick<CompileRequest, 'target' | 'language' | 'files'>

/** Tells of each file that has no part in a program, so that nobody wonders why it changes nothing. */
export function findUnusedFiles(program: Program): Diagnostic[] {
  const used = program.language === 'c' ? findUsedByC(program.files) : findUsedByRust(program)
  return Object.keys(program.files)
    .filter((path) => !used.has(path))
    .map((path) => toWarning(path, program))
}

/** All C files are part of a module; headers only if one of those comes to include them. */
function findUsedByC(files: SourceFiles): Set<string> {
  const included = toIncluded(files)
  const units = Object.keys(files).filter((path) => path.endsWith('.c') && !included.has(path))
  return follow(units, files, readInclusions)
}

/** A library of tests need not be named. */
function findUsedByRust({ target, files }: Program): Set<string> {
  const roots = target === 'kernel' ? ['driver.rs'] : ['main.rs', 'tests.rs']
  const paths = Object.keys(files)
  return follow(roots, files, (_, text) => {
    const named = readNames(text)
    return paths.filter((path) => named.has(toModule(path)) || named.has(posix.basename(path)))
  })
}

/** The roots and what they lead to. */
function follow(
  roots: string[],
  files: SourceFiles,
  read: (path: string, text: string) => string[],
): Set<string> {
  const used = new Set<string>()
  const next = [...roots]
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    if (!Object.hasOwn(files, path) || used.has(path)) continue
    used.add(path)
    next.push(...read(path, files[path]!))
  }
  return used
}

/** The modules that a file of Rust declares, as `mod ring`, and the files that it names in quotes, such as `include_str!`'s. */
function readNames(text: string): Set<string> {
  const modules = [...text.matchAll(module)].map(([, name]) => `mod ${name}`)
  const quoted = [...text.matchAll(quotedPath)].map(([, path]) => posix.basename(path!))
  return new Set([...modules, ...quoted])
}

const module = /\bmod (?:r#)?(\w{1,100})\s{0,20};/g
const quotedPath = /"([\w./-]{1,200})"/g

/** `ring.rs` and `ring/mod.rs` → `mod ring`. */
function toModule(path: string): string {
  const { dir, name, ext } = posix.parse(path)
  if (ext !== '.rs') return path
  return `mod ${name === 'mod' ? posix.basename(dir) : name}`
}

function toWarning(path: string, program: Program): Diagnostic {
  const [line = ''] = program.files[path]!.split('\n')
  const span = { file: path, start: { line: 1, column: 1 }, end: { line: 1, column: line.length + 1 } }
  return {
    severity: 'warning',
    message: `${path} is not used: ${toReason(path, program)}`,
    spans: [{ ...span, primary: true }],
    children: [],
    fixes: [],
  }
}

function toReason(path: string, { language }: Program): string {
  if (language === 'c') return path.endsWith('.h') ? 'no file of the driver includes it' : 'the driver is C'
  return path.endsWith('.rs') ? `no file of the program says \`${toModule(path)};\`` : 'the program is Rust'
}

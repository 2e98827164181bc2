import type { CompileResult, SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { KernelTree } from '#cli/verify/kernel-tree.ts'
import type { Workshop } from '#cli/verify/workshop.ts'

/**
 * A workshop for programs that say in comments what becomes of them: `// error E0505`, `// build error
 * arithmetic_overflow`, `// warning dead_code`, `// lint unsafe_code`, `// fails name_of_test`, `// unformatted`,
 * `// stops time`.
 */
export function createFakeWorkshop(): Workshop {
  return {
    toolchain: 'rustc 1.85.1',
    compile: (action, files) => Promise.resolve(compile(action, files)),
    format: (text) => Promise.resolve(text.includes('// unformatted') ? '-a\n+b' : ''),
    runTests: (artifact) => Promise.resolve(runTests(JSON.parse(artifact) as SourceFiles)),
  }
}

/** A kernel of one file of nine lines. */
export const fakeTree: KernelTree = {
  version: '7.3.4',
  read: (path) => Promise.resolve(path === 'mm/slub.c' ? slub : undefined),
}

const slub =
  '// SPDX-License-Identifier: GPL-2.0\n\tline 2\n\tline 3\nline 4\nline 5\nline 6\nline 7\nline 8\nline 9\n'

function compile(action: string, files: SourceFiles): CompileResult {
  const text = files['main.rs']!
  if (text.includes('// stops time')) return { outcome: 'stopped', reason: 'time' }
  const errors = [
    ...find(text, /\/\/ error (\S+)/g),
    ...(action === 'build' ? find(text, /\/\/ build error (\S+)/g) : []),
  ]
  const warnings = [
    ...find(text, /\/\/ warning (\S+)/g),
    ...(action === 'lint' ? find(text, /\/\/ lint (\S+)/g) : []),
  ]
  const diagnostics = [...errors.map(toDiagnostic('error')), ...warnings.map(toDiagnostic('warning'))]
  const compiled = { diagnostics, toolchain: 'rustc 1.85.1', cached: false, milliseconds: 1 }
  if (errors.length > 0) return { outcome: 'rejected', ...compiled }
  return { outcome: 'accepted', ...compiled, ...(action === 'build' && { artifact: JSON.stringify(files) }) }
}

function find(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found]) => found!)
}

function toDiagnostic(severity: 'error' | 'warning') {
  return (code: string): Diagnostic => ({
    severity,
    code,
    message: `message of ${code}`,
    spans: [{ file: 'main.rs', start: { line: 1, column: 1 }, end: { line: 1, column: 2 }, primary: true }],
    children: [],
    fixes: [],
  })
}

function runTests(files: SourceFiles) {
  return find(files['tests.rs'] ?? '', /fn (\w+)/g).map((name) => {
    const failed = files['main.rs']!.includes(`// fails ${name}`)
    return { name, passed: !failed, output: failed ? 'assertion failed' : '' }
  })
}

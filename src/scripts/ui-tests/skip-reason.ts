import type { Header } from './ui-test.ts'

/** Says why a test can't be judged here, going by its headers; undefined if it can. */
export function skipReason(headers: Header[]): string | undefined {
  for (const header of headers) {
    const reason = ofName(header.name) ?? ofCondition(header.name) ?? ofFlags(header)
    if (reason) return reason
  }
  return undefined
}

function ofName(name: string): string | undefined {
  if (/^(aux-(build|crate|bin|codegen-backend)|proc-macro|add-core-stubs)$/.test(name))
    return 'needs another crate'
  if (name === 'should-ice' || name === 'failure-status') return 'is about a compiler that breaks'
  if (name === 'dont-check-compiler-stderr') return 'does not care what rustc prints'
  if (name === 'incremental' || name === 'remap-src-base') return `asks for ${name}`
  return undefined
}

/** The toolroom compiles for WebAssembly and has no other std. */
const here = new Set(['wasm32-wasip1', 'wasm32', 'wasm', 'wasi', 'p1', '32bit', 'test', 'stable'])

/** Of no weight for a program that is compiled and not run. */
const met = new Set([
  'run-enabled',
  'threads',
  'unwind',
  'symlink',
  'deterministic-layouts',
  'llvm-components',
])

function ofCondition(name: string): string | undefined {
  const [, kind, what = ''] = /^(only|ignore|needs)-(.*)$/.exec(name) ?? []
  if (kind === 'only' && !here.has(what)) return 'is for another target'
  if (kind === 'ignore' && here.has(what)) return 'is not for this target'
  if (kind === 'needs' && !met.has(what) && !what.startsWith('target-has-atomic'))
    return 'needs what this target has not'
  return undefined
}

function ofFlags({ name, value }: Header): string | undefined {
  if (
    name === 'compile-flags' &&
    /--error-format|--json|--color|terminal-urls|--diagnostic-width=\d\b/.test(value)
  )
    return 'asks for another format'
  if (/compile-flags|rustc-env/.test(name) && value.includes('{{'))
    return 'names folders of the build of rustc'
  return undefined
}

import type { Action, CompileRequest, SourceFiles } from '#protocol/compile.ts'
import { courseLints } from './course-lints.ts'
import { rustMessages } from './rust-messages.ts'
import type { Job } from './sandbox.ts'

/** Makes the job that does what a request for userspace Rust asks; a build writes its WebAssembly to standard output. */
export function toRustcJob({ action, files }: CompileRequest): Job {
  const withTests = action === 'build' && files['tests.rs'] !== undefined
  return {
    command: toCommand(action, withTests),
    files: withTests ? declareTests(files) : dropTests(files),
  }
}

function toCommand(action: Action, withTests: boolean): string[] {
  if (action === 'build')
    return [...buildAndPrint, ...common, ...codegen, ...(withTests ? ['--test'] : []), root]
  const metadata = ['--emit', 'metadata=/tmp/main.rmeta', root]
  return action === 'check'
    ? ['rustc', ...common, ...metadata]
    : ['clippy-driver', ...common, ...courseLints, ...metadata]
}

const root = 'main.rs'

const common = ['--edition', '2021', '--target', 'wasm32-wasip1', ...rustMessages]

/**
 * Debian's rustc brings no linker for WebAssembly and its std carries debug information. The linker would start a
 * thread for every core of the machine, more than the sandbox lets a job have.
 */
const codegen = [
  ...['-Clinker=wasm-ld-19', '-Clink-arg=--max-memory=67108864', '-Clink-arg=--threads=1'],
  ...['-Cdebuginfo=0', '-Cstrip=symbols', '-Ccodegen-units=1'],
]

const buildAndPrint = [
  ...['busybox', 'sh', '-c', 'rustc "$@" -o /tmp/main.wasm && exec busybox cat /tmp/main.wasm', 'rustc'],
]

function declareTests(files: SourceFiles): SourceFiles {
  const main = files[root] ?? ''
  return namesTests(main) ? files : { ...files, [root]: `${main}\n#[cfg(test)]\nmod tests;\n` }
}

function dropTests(files: SourceFiles): SourceFiles {
  if (namesTests(files[root] ?? '')) return files
  const { 'tests.rs': _tests, ...others } = files
  return others
}

/** Blanks, not all white space, before it: with line ends among them the search takes the square of the lines. */
function namesTests(main: string): boolean {
  return /^[ \t]*(pub\s+)?mod\s+tests\s*;/m.test(main)
}

import type { CompileRequest, SourceFiles } from '#protocol/compile.ts'
import type { TraceRequest } from '#protocol/trace.ts'
import { courseLints } from './course-lints.ts'
import { rustMessages } from './rust-messages.ts'
import type { Job } from './sandbox.ts'

/** What else may be asked of a compiler for guests, who have neither our crate types nor our lints. */
export interface GuestOptions {
  isOptimized?: boolean
  isLibrary?: boolean
  /** Clippy says what it says by itself, not what lessons may forbid. */
  hasUsualLints?: boolean
}

/** Makes the job that does what a request for userspace Rust asks; a build writes its WebAssembly to standard output. */
export function toRustcJob(request: CompileRequest & GuestOptions): Job {
  return { command: toCommand(request), files: toJobFiles(request), mayBeCut: true }
}

/**
 * Makes the job that writes where a program was, as JSON: an object a line for each offset. Line tables change nothing in
 * the code, so it is built as it was but for them.
 */
export function toTraceJob({ offsets, ...request }: TraceRequest): Job {
  return {
    command: [...buildAndTrace, offsets.join(' '), ...toBuildArguments(request), ...lineTables, root],
    files: toJobFiles(request),
  }
}

type Program = Pick<CompileRequest, 'action' | 'files' | 'edition'> & GuestOptions

function toJobFiles({ action, files }: Program): SourceFiles {
  return action !== 'check' && action !== 'lint' && files['tests.rs'] !== undefined
    ? declareTests(files)
    : dropTests(files)
}

function toCommand(program: Program): string[] {
  const { action } = program
  if (action === 'build' || action === 'test')
    return [...buildAndPrint, ...toBuildArguments(program), ...bare, root]
  const metadata = ['--emit', 'metadata=/tmp/main.rmeta', root]
  return action === 'check'
    ? ['rustc', ...toCommon(program), ...metadata]
    : ['clippy-driver', ...toCommon(program), ...(program.hasUsualLints ? [] : courseLints), ...metadata]
}

const root = 'main.rs'

function toCommon({ edition = '2021', isOptimized, isLibrary }: Program): string[] {
  return [
    ...['--edition', edition, '--target', 'wasm32-wasip1', ...rustMessages],
    ...(isOptimized ? ['-Copt-level=3'] : []),
    ...(isLibrary ? ['--crate-type', 'lib'] : []),
  ]
}

/**
 * Debian's rustc brings no linker for WebAssembly. The linker would start a thread for every core of the machine, more
 * than the sandbox lets a job have. The stack pointer is exported so that a page can tell a stack that is used up.
 */
const codegen = [
  ...['-Clinker=wasm-ld-19', '-Clink-arg=--max-memory=67108864', '-Clink-arg=--threads=1'],
  ...['-Clink-arg=--export=__stack_pointer', '-Ccodegen-units=1'],
]

/** Debian's std carries debug information. */
const bare = ['-Cdebuginfo=0', '-Cstrip=symbols']

const lineTables = ['-Cdebuginfo=line-tables-only']

const buildAndPrint = [
  ...['busybox', 'sh', '-c', 'rustc "$@" -o /tmp/main.wasm && exec busybox cat /tmp/main.wasm', 'rustc'],
]

/** Bytes; functions can be in one another as deep as their author likes. */
const mostTraced = 500_000

const buildAndTrace = [
  ...['busybox', 'sh', '-c'],
  'offsets=$1; shift; rustc "$@" -o /tmp/main.wasm && for offset in $offsets; do echo $offset; done | ' +
    `llvm-symbolizer-19 --obj=/tmp/main.wasm --output-style=JSON | busybox head -c ${mostTraced}`,
  'rustc',
]

function toBuildArguments(program: Program): string[] {
  const withTests = program.action === 'test' || program.files['tests.rs'] !== undefined
  return [...toCommon(program), ...codegen, ...(withTests ? ['--test'] : [])]
}

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

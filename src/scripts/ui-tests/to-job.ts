import type { Job } from '#service/sandbox.ts'
import type { Header, UiTest } from './ui-test.ts'

/**
 * The command that compiles a test with the flags of compiletest's ui mode, in JSON, which holds the human text too.
 * Line numbers stay in the text unless they are `hidden`, as compiletest has them.
 */
export function toJob(test: UiTest, files: Job['files'], lineNumbers: 'shown' | 'hidden'): Job {
  const flags = test.headers.flatMap(toFlags)
  const own = [...revisionFlags(test), ...outputFlags(test.headers), ...targetFlag(flags), ...flags]
  const hidden = lineNumbers === 'hidden' ? ['-Zui-testing'] : []
  return {
    command: [
      ...environment(test.headers),
      'rustc',
      `${sandboxFolder}/${test.file}`,
      ...common,
      ...hidden,
      ...own,
    ],
    files: { ...files, [test.file]: test.source },
  }
}

/** The folder in the sandbox that a test is in. */
export const sandboxFolder = '/work'

const common = [
  ...['-Zthreads=1', '-Zsimulate-remapped-rust-src-base=/rustc/FAKE_PREFIX'],
  ...['-Ztranslate-remapped-path-to-local-path=no', '-Ccodegen-units=1', '-Cstrip=debuginfo'],
  ...['--error-format', 'json', '--json', 'future-incompat'],
  ...['-Zdeduplicate-diagnostics=no', '-Zwrite-long-types-to-disk=no'],
]

function environment(headers: Header[]): string[] {
  const own = headers.flatMap(({ name, value }) =>
    name === 'rustc-env' && isVariable.test(value) ? [value] : [],
  )
  return ['busybox', 'env', 'RUSTC_BOOTSTRAP=1', 'RUSTC_ICE=0', 'RUST_BACKTRACE=short', ...own]
}

const isVariable = /^\w+=/

function toFlags({ name, value }: Header): string[] {
  if (name === 'edition') return [`--edition=${value}`]
  return name === 'compile-flags' ? splitFlags(value) : []
}

/** A flag with spaces stands between single quotes. */
function splitFlags(text: string): string[] {
  return text
    .split("'")
    .flatMap((part, index) => (index % 2 === 1 ? [part] : part.split(/\s+/).filter(Boolean)))
}

function revisionFlags({ headers, revision, revisions }: UiTest): string[] {
  const cfg = revision === undefined ? [] : ['--cfg', toCfg(revision)]
  if (headers.some(({ name }) => name === 'no-auto-check-cfg')) return cfg
  return [...cfg, '--check-cfg', `cfg(${['test', 'FALSE', ...revisions.map(toCfg)].join(',')})`]
}

function toCfg(revision: string): string {
  return revision.toLowerCase().replaceAll('-', '_')
}

/** Only what fails or warns when code is made needs to make it; nothing is linked. */
function outputFlags(headers: Header[]): string[] {
  const names = new Set(headers.map(({ name }) => name))
  const makesCode = ['build-fail', 'build-pass', 'run-pass', 'run-fail'].some((name) => names.has(name))
  return [
    ...['--emit', makesCode ? 'obj' : 'metadata', '--out-dir', '/tmp'],
    ...(names.has('run-pass') ? [] : ['-A', 'unused']),
    ...['-A', 'internal_features'],
  ]
}

function targetFlag(flags: string[]): string[] {
  return flags.some((flag) => flag.startsWith('--target')) ? [] : ['--target=wasm32-wasip1']
}

import type { LessonChecks } from '#scripts/verify/checks/lesson-checks.ts'
import type { BootEvent, BootRequest } from '#protocol/boot.ts'
import type { CompileRequest, CompileResult, SourceFiles } from '#protocol/compile.ts'
import type { InspectRequest, InspectResult } from '#protocol/inspect.ts'
import { ReportKind } from '#protocol/kernel-report.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { KernelTree } from '#scripts/verify/kernel-tree.ts'
import type { LessonRunner } from '#scripts/verify/runner/lesson-runner.ts'
import type { Run } from '#scripts/verify/runner/run-program.ts'

/**
 * A workshop for programs that say in comments what becomes of them: `// error E0505`, `// build error
 * arithmetic_overflow`, `// warning dead_code`, `// lint unsafe_code`, `// fails name_of_test`, `// unformatted`,
 * `// stops time`; run, they print what stands after `// prints`, a line each, and panic after `// panics`. Modules have functions as `// function sum 120` says. A module that is booted also `// prints a line`, `// reports kasan [file]` or `// hangs`.
 */
export function createFakeLessonRunner(): LessonRunner {
  return {
    compile: (request) => Promise.resolve(compile(request)),
    boot: (request) => Promise.resolve(boot(request)),
    format: (text) => Promise.resolve(text.includes('// unformatted') ? '-a\n+b' : ''),
    runTests: (artifact) => Promise.resolve(runTests(JSON.parse(artifact) as SourceFiles)),
    run: (artifact) => Promise.resolve(run(JSON.parse(artifact) as SourceFiles)),
    shell: () => Promise.resolve({ kind: 'failed', why: 'there is no kernel here' }),
    inspect: (request) => Promise.resolve(inspect(request)),
  }
}

/** A kernel of one file of nine lines. */
export const fakeTree: KernelTree = {
  version: '7.3.4',
  read: (path) => Promise.resolve(path === 'mm/slub.c' ? slub : undefined),
  count: (command) => Promise.resolve(/^echo (.+)/.exec(command)?.[1]),
}

const slub =
  '// SPDX-License-Identifier: GPL-2.0\n\tline 2\n\tline 3\nline 4\nline 5\nline 6\nline 7\nline 8\nline 9\n'

function compile({ target, language, action, files }: CompileRequest): CompileResult {
  const root = language === 'c' ? 'driver.c' : target === 'kernel' ? 'driver.rs' : 'main.rs'
  const text = files[root]!
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
  const compiled = {
    diagnostics,
    toolchain: target === 'kernel' ? 'rustc 1.85.1, Linux 7.3.4' : 'rustc 1.85.1',
    cached: false,
    milliseconds: 1,
  }
  if (errors.length > 0) return { outcome: 'rejected', ...compiled }
  return { outcome: 'accepted', ...compiled, ...(action === 'build' && { artifact: JSON.stringify(files) }) }
}

/** Times and addresses are others at each boot. */
let boots = 0

function boot({ language, variant, files, script }: BootRequest): BootEvent[] {
  const text = files[language === 'c' ? 'driver.c' : 'driver.rs']!
  const compiled = compile({ target: 'kernel', language, action: 'build', files, variant })
  if (compiled.outcome === 'stopped') return [{ kind: 'stopped', reason: compiled.reason }]
  const { outcome, diagnostics, toolchain } = compiled
  if (outcome === 'rejected') return [{ kind: 'building' }, { kind: 'rejected', toolchain, diagnostics }]
  const built: BootEvent = { kind: 'built', toolchain, diagnostics, milliseconds: ++boots }
  if (text.includes('// hangs')) return [built, { kind: 'stopped', reason: 'time' }]
  const printed = find(text, /\/\/ prints (.+)/g)
  const lines = printed.map((line) => `[    0.${boots}00000] ${line} at 0x${boots}f00\n`)
  const [first, ...others] = script.split('\n')
  const reports = [...text.matchAll(/\/\/ reports (\w+) ?(\S*)/g)].map(([, kind, file]) =>
    toReport(kind!, file!),
  )
  return [
    { kind: 'building' },
    built,
    {
      kind: 'console',
      text: [`# ${first}\n`, ...lines, ...others.map((command) => `# ${command}\n`)].join(''),
    },
    ...reports,
    {
      kind: 'finished',
      verdict: reports.length > 0 ? 'reported' : 'clean',
      kernel: `Linux 7.3.4 with ${variant}`,
      milliseconds: boots,
    },
  ]
}

function toReport(kind: string, file: string): BootEvent {
  const title = `BUG: ${kind} in fault_read+0x${boots}a/0x90 [driver]`
  const place = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 }, primary: true, label: 'here' }
  const spans = [{ ...place, file: file === '' ? 'driver.c' : file }]
  return {
    kind: 'report',
    report: {
      kind: ReportKind.parse(kind),
      title,
      spans,
      text: `${title}\nCall Trace:\n fault_read+0x5/0x90 [driver]\n`,
    },
  }
}

function find(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found]) => found!)
}

function toDiagnostic(severity: 'error' | 'warning') {
  return (code: string): Diagnostic => ({
    severity,
    ...(code !== '-' && { code }),
    message: `message of ${code}`,
    spans: [{ file: 'main.rs', start: { line: 1, column: 1 }, end: { line: 1, column: 2 }, primary: true }],
    children: [],
    fixes: [],
  })
}

function inspect({ language, files }: InspectRequest): InspectResult {
  const text = files[language === 'c' ? 'driver.c' : 'driver.rs']!
  const functions = [...text.matchAll(/\/\/ function (\S+) (\d+)/g)].map(([, name, bytes]) => ({
    name: name!,
    bytes: Number(bytes),
  }))
  return {
    ...{ outcome: 'accepted', functions, toolchain: 'rustc 1.85.1, Linux 7.3.4' },
    bytes: functions.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}

function runTests(files: SourceFiles) {
  return find(files['tests.rs'] ?? '', /fn (\w+)/g).map((name) => {
    const failed = files['main.rs']!.includes(`// fails ${name}`)
    return { name, passed: !failed, output: failed ? 'assertion failed' : '' }
  })
}

function run(files: SourceFiles): Run {
  const text = files['main.rs']!
  const outputs = find(text, /\/\/ prints (.+)/g).map((line) => ({
    stream: 'stdout' as const,
    text: `${line}\n`,
  }))
  const ending = text.includes('// panics') ? panicked : ({ kind: 'exited', code: 0 } as const)
  return { ending, outputs }
}

const panicked: Run['ending'] = {
  kind: 'faulted',
  fault: { kind: 'panic', message: 'it panics', offsets: [], hasReadEnd: false },
}

/** Page and command take the solution for solved, and nothing else. */
export const agreeingChecks: LessonChecks = async (exercise, files) => {
  const said = { solved: JSON.stringify(files) === JSON.stringify(exercise.solution), verdicts: [] }
  return { page: said, command: said }
}

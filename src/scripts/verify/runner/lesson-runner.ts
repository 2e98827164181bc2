import { availableParallelism } from 'node:os'
import PQueue from 'p-queue'
import type { BootEvent, BootRequest } from '#protocol/boot.ts'
import type { CompileRequest, CompileResult, Variant } from '#protocol/compile.ts'
import type { InspectRequest, InspectResult } from '#protocol/inspect.ts'
import { defaultVariant } from '#protocol/variants.ts'
import type { TestResult } from '#playground/backends/runners/run-tests.ts'
import { boot } from '#service/boot/boot.ts'
import { compile, type CompilerEnvironment } from '#service/compile.ts'
import { inspectFunctions } from '#service/kernel/inspect-functions.ts'
import { compileModule } from '#service/kernel/compile-module.ts'
import type { KernelEnvironment } from '#service/kernel/kernel-environment.ts'
import type { ProofCache } from '../proof-cache.ts'
import { rustfmtDiff } from './rustfmt-diff.ts'
import { type RecordedShell, recordShell, type ShellToRecord } from './record-shell.ts'
import { type Run, runProgramToEnd, runTestProgram } from './run-program.ts'

/** What can be done with a lesson's programs. */
export interface LessonRunner {
  compile(request: CompileRequest): Promise<CompileResult>
  /** Builds a module, loads it into a kernel and gives all that happened. */
  boot(request: BootRequest): Promise<BootEvent[]>
  /** What rustfmt would change, as a diff; empty if nothing. */
  format(text: string): Promise<string>
  /** Runs every test of a program that was built with a `tests.rs`; `artifact` as in `CompileResult`. */
  runTests(artifact: string): Promise<TestResult[]>
  /** Runs a program that was built without tests. */
  run(artifact: string): Promise<Run>
  /** Types commands in a shell of a real kernel, and records what that shows. */
  shell(shell: ShellToRecord): Promise<RecordedShell>
  /** Tells the sizes of a module's functions. */
  inspect(request: InspectRequest): Promise<InspectResult>
}

/** What the service works with. */
export interface VerifyEnvironments {
  userspace: CompilerEnvironment
  kernels: Record<Variant, VerifyKernel>
}

/** A kernel that drivers are proven with. */
export interface VerifyKernel {
  /** Changes with all that a kernel's room is made of. */
  key: string
  environment(): KernelEnvironment
}

/** Makes the runner that compiles and boots as the service does, as many at once as there are cores. */
export function createLessonRunner(
  { userspace, kernels }: VerifyEnvironments,
  cache: ProofCache,
): LessonRunner {
  const queue = new PQueue({ concurrency: availableParallelism() })
  const keyOf = ({ target, variant }: CompileRequest) =>
    target === 'kernel' ? kernels[variant ?? defaultVariant].key : ''
  return {
    compile: (request) =>
      cache(['compile', keyOf(request), request], {
        make: () => queue.add(() => compileAny({ userspace, kernels }, request)),
        lasts: ({ outcome }) => outcome !== 'stopped',
      }),
    boot: (request) =>
      cache(['boot', kernels[request.variant].key, request], {
        make: () => queue.add(() => bootToEnd(kernels[request.variant].environment(), request)),
        lasts: (events) => events.at(-1)?.kind !== 'stopped',
      }),
    format: (text) =>
      cache(['format', text], { make: () => queue.add(() => rustfmtDiff(userspace.sandbox, text)) }),
    runTests: (artifact) =>
      cache(['tests', artifact], {
        make: () => queue.add(() => runTestProgram(artifact)),
        lasts: (results) => results.length > 0 && !results.some(tookTooLong),
      }),
    run: (artifact) =>
      cache(['run', artifact], {
        make: () => queue.add(() => runProgramToEnd(artifact)),
        lasts: ({ ending }) => ending.kind !== 'stopped',
      }),
    shell: (shell) => {
      const { key, environment } = kernels[shell.driver.variant]
      return cache(['shell', key, shell], {
        make: () => queue.add(() => recordShell(environment(), shell)),
        lasts: ({ kind }) => kind === 'recorded',
      })
    },
    inspect: (request) => {
      const { key, environment } = kernels[request.variant ?? defaultVariant]
      return cache(['inspect', key, request], {
        make: () => queue.add(() => inspectFunctions(environment(), request)),
        lasts: ({ outcome }) => outcome !== 'stopped',
      })
    },
  }
}

/** A busy machine may be to blame. */
function tookTooLong({ output }: TestResult): boolean {
  return output.includes('stopped: it took too long')
}

function compileAny(
  { userspace, kernels }: VerifyEnvironments,
  request: CompileRequest,
): Promise<CompileResult> {
  if (request.target === 'userspace') return compile(userspace, request)
  return compileModule(kernels[request.variant ?? defaultVariant].environment(), request)
}

async function bootToEnd(environment: KernelEnvironment, request: BootRequest): Promise<BootEvent[]> {
  const events: BootEvent[] = []
  await boot(environment, request, (event) => void events.push(event))
  return joinConsole(events)
}

/** In what pieces a console came is chance. */
function joinConsole(events: BootEvent[]): BootEvent[] {
  const joined: BootEvent[] = []
  for (const event of events) {
    const last = joined.at(-1)
    if (event.kind === 'console' && last?.kind === 'console') last.text += event.text
    else joined.push({ ...event })
  }
  return joined
}

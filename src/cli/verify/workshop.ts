import { availableParallelism } from 'node:os'
import PQueue from 'p-queue'
import type { Action, CompileResult, SourceFiles } from '#protocol/compile.ts'
import type { TestResult } from '#playground/runners/run-tests.ts'
import { compile, type Workplace } from '#service/compile.ts'
import type { ProofCache } from './proof-cache.ts'
import { rustfmt } from './rustfmt.ts'
import { runTestProgram } from './run-test-program.ts'

/** What can be done with a lesson's programs. */
export interface Workshop {
  /** Such as `rustc 1.85.1`. */
  toolchain: string
  compile(action: Action, files: SourceFiles): Promise<CompileResult>
  /** What rustfmt would change, as a diff; empty if nothing. */
  format(text: string): Promise<string>
  /** Runs every test of a program that was built with a `tests.rs`; `artifact` as in `CompileResult`. */
  runTests(artifact: string): Promise<TestResult[]>
}

/** What the service compiles with, and the folder of its toolroom. */
export interface VerifyPlace extends Workplace {
  root: string
}

/** The workshop that compiles as the service does, as many programs at once as there are cores. */
export function createWorkshop(workplace: VerifyPlace, cache: ProofCache): Workshop {
  const queue = new PQueue({ concurrency: availableParallelism() })
  return {
    toolchain: workplace.toolchain,
    compile: (action, files) =>
      cache(['compile', action, files], () => queue.add(() => compileRust(workplace, action, files))),
    format: (text) => cache(['format', text], () => queue.add(() => rustfmt(workplace.root, text))),
    runTests: (artifact) => cache(['tests', artifact], () => queue.add(() => runTestProgram(artifact))),
  }
}

function compileRust(workplace: Workplace, action: Action, files: SourceFiles): Promise<CompileResult> {
  return compile(workplace, { target: 'userspace', language: 'rust', action, files })
}

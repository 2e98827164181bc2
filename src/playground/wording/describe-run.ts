import { t, tn } from '#i18n/t.ts'
import type { Fault } from '#protocol/fault.ts'
import type { TraceFrame } from '#protocol/trace.ts'
import { describeFault } from '#story/describe-fault.ts'
import type { TestResult } from '../backends/runners/run-tests.ts'
import type { Ending } from '../backends/runners/runner.ts'
import type { FaultLines, RunState } from '../program/run-session.ts'
import { describeFailure, describeStoppedCompiler } from './describe-answer.ts'

/** Describes in a sentence or two how far the run of a program is, or what came of it. */
export function describeRun(run: RunState): string {
  switch (run.kind) {
    case 'not yet':
      return t('Run builds the program and runs it here, in your browser.')
    case 'building':
      return t('Building…')
    case 'running':
      return run.answer ? t('The program waits for a line of input.') : t('Running…')
    case 'ended':
      return describeEnding(run.ending, run.lines)
    case 'not built':
      return describeNotBuilt(run.built)
    case 'testing':
      return t('Running each test…')
    case 'tested':
      return describeTests(run.results)
  }
}

/** Describes how a program ended. */
function describeEnding(ending: Ending, lines: FaultLines): string {
  if (ending.kind === 'stopped') return describeStop(ending.reason)
  if (ending.kind === 'exited') return t('The program ended with exit code {code}.', { code: ending.code })
  const { headline, advice } = describeFault(ending.fault, framesOf(lines))
  const search = lines.kind === 'asked' ? ` ${t('Looking for the line…')}` : ''
  if (!advice && ending.fault.kind === 'panic') return t('The program panicked (exit code 101).') + search
  return `${capital(headline)}. ${advice}`.trim() + search
}

/** Whether it is the browser that does not have what the program needed. */
export function isLimit(fault: Fault, lines: FaultLines): boolean {
  return describeFault(fault, framesOf(lines)).isLimit
}

function framesOf(lines: FaultLines): TraceFrame[] {
  return lines.kind === 'found' ? lines.frames : []
}

function describeStop(reason: Extract<Ending, { kind: 'stopped' }>['reason']): string {
  return reason === 'reader'
    ? t('Stopped.')
    : t(
        'Stopped after 10 seconds: perhaps a loop that does not end, or one that waits for a thread. A browser can’t say at which line; a `println!` in the loop can.',
      )
}

function describeNotBuilt(built: Extract<RunState, { kind: 'not built' }>['built']): string {
  if (built.kind === 'no result') return describeFailure(built.failure, 'Run')
  if (built.result.outcome === 'stopped') return describeStoppedCompiler(built.result)
  return t('rustc refuses the program, so there is nothing to run. See Problems.')
}

/** Describes a run that came to nothing because a compiler refused the code, which was changed since. */
export function describeRefusedBefore(): string {
  return t('The code was refused when you pressed Run. It has changed since: press Run again.')
}

/** Describes why a test was not run. */
export function describeSkipped(skipped: NonNullable<TestResult['skipped']>): string {
  return skipped === 'ignored'
    ? t('not run, as it is marked #[ignore]')
    : t('not run, as it should panic: in the browser a panic ends the program, so no test can wait for one')
}

function describeTests(results: TestResult[]): string {
  const skipped = results.filter(({ skipped }) => skipped).length
  const failed = results.filter(({ passed }) => !passed).length
  const passed = results.length - failed - skipped
  if (results.length === 0)
    return t('There is no test in this program: a test is a function below `#[test]`.')
  const counts = [
    failed > 0 && tn('{count} test failed', '{count} tests failed', { count: failed }),
    failed > 0
      ? t('{count} passed', { count: passed })
      : tn('{count} test passed', '{count} tests passed', { count: passed }),
    skipped > 0 && t('{count} not run', { count: skipped }),
  ]
  return `${counts.filter(Boolean).join(', ')}.`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

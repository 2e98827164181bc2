import type { Fault } from '#protocol/fault.ts'
import type { TraceFrame } from '#protocol/trace.ts'
import { t } from '#i18n/t.ts'
import type { Ending, Output } from './runner.ts'

/** Starts the test program with arguments and collects what it writes. */
export type RunOnce = (args: string[]) => Promise<{ ending: Ending; outputs: Output[] }>

/** What came of one test. */
export interface TestResult {
  /** Without its module, such as `a_read_after_unbind_is_refused`. */
  name: string
  passed: boolean
  /** libtest has left it out: it is ignored or, in a browser, one that should panic. Such a test counts as passed. */
  skipped?: 'ignored' | 'should panic'
  /** What the test wrote, the panic included. */
  output: string
  /** What ended it; undefined where it passed or was stopped. */
  fault?: Fault
  /** Where that was, innermost first, if somebody has asked. */
  frames?: TraceFrame[]
}

/**
 * Runs each test of a libtest program in an instance of its own, as a panic ends the whole instance, and a few at a time.
 * The results are in the order of the program's list.
 */
export async function runTests(run: RunOnce): Promise<TestResult[]> {
  const list = await run(['tests', '--list', '--format', 'terse'])
  const paths = parseTestList(toText(list.outputs))
  const results: TestResult[] = []
  for (let at = 0; at < paths.length; at += atOnce) {
    results.push(...(await Promise.all(paths.slice(at, at + atOnce).map((path) => runTest(run, path)))))
  }
  return results
}

/** Each has a thread of its own. */
const atOnce = 8

/** Reads the paths of tests from lines such as `tests::name: test`. */
export function parseTestList(text: string): string[] {
  return text.split('\n').flatMap((line) => /^(\S+): test$/.exec(line)?.[1] ?? [])
}

async function runTest(run: RunOnce, path: string): Promise<TestResult> {
  const { ending, outputs } = await run(['tests', '--exact', path, '--nocapture'])
  const text = toText(outputs)
  const skipped = /^test \S+( - should panic)? \.\.\. ignored/m.exec(text)
  return {
    name: path.split('::').at(-1)!,
    passed: ending.kind === 'exited' && ending.code === 0,
    ...(skipped && { skipped: skipped[1] ? 'should panic' : 'ignored' }),
    ...(ending.kind === 'faulted' && { fault: ending.fault }),
    output: toTestOutput(text, ending),
  }
}

function toTestOutput(text: string, ending: Ending): string {
  const own = text
    .replace(
      /^\s*running 1 test\n|^test \S+( - should panic)? \.\.\. (ignored.*\n)?|^ok$|^test result: .*\n?|^\s*note: run with .*\n?/gm,
      '',
    )
    .trim()
  return ending.kind === 'stopped' ? `${own}\n${stopped[ending.reason]()}`.trim() : own
}

const stopped = {
  reader: () => t('stopped'),
  time: () => t('stopped: it took too long, perhaps a loop that does not end'),
}

function toText(outputs: Output[]): string {
  return outputs.map(({ text }) => text).join('')
}

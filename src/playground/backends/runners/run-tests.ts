import type { Ending, Output } from './runner.ts'

/** Starts the test program with arguments and collects what it writes. */
export type RunOnce = (args: string[]) => Promise<{ ending: Ending; outputs: Output[] }>

/** What came of one test. */
export interface TestResult {
  /** Without its module, such as `a_read_after_unbind_is_refused`. */
  name: string
  passed: boolean
  /** What the test wrote, the panic included. */
  output: string
}

/**
 * Runs each test of a libtest program in an instance of its own, as a panic ends the whole instance.
 * The results are in the order of the program's list.
 */
export async function runTests(run: RunOnce): Promise<TestResult[]> {
  const list = await run(['tests', '--list', '--format', 'terse'])
  return Promise.all(parseTestList(toText(list.outputs)).map((path) => runTest(run, path)))
}

/** Reads the paths of tests from lines such as `tests::name: test`. */
export function parseTestList(text: string): string[] {
  return text.split('\n').flatMap((line) => /^(\S+): test$/.exec(line)?.[1] ?? [])
}

async function runTest(run: RunOnce, path: string): Promise<TestResult> {
  const { ending, outputs } = await run(['tests', '--exact', path, '--nocapture'])
  const passed = ending.kind === 'exited' && ending.code === 0
  return { name: path.split('::').at(-1)!, passed, output: toTestOutput(toText(outputs), ending) }
}

function toTestOutput(text: string, ending: Ending): string {
  const own = text
    .replace(/^\s*running 1 test\n|^test \S+ \.\.\. |^ok$|^test result: .*\n?|^\s*note: run with .*\n?/gm, '')
    .trim()
  return ending.kind === 'stopped' ? `${own}\n${stopped[ending.reason]}`.trim() : own
}

const stopped = {
  reader: 'stopped',
  time: 'stopped: it took too long, perhaps a loop that does not end',
  output: 'stopped: it wrote too much',
}

function toText(outputs: Output[]): string {
  return outputs.map(({ text }) => text).join('')
}

import type { TestResult } from '../runners/run-tests.ts'

/** Reads what the tests of a program came to from what libtest prints of all of them. */
export function readTests(stdout: string): TestResult[] {
  return [...stdout.matchAll(/^test (\S+)(?: - should panic)? \.\.\. (ok|FAILED|ignored)/gm)].map(
    ([, path, ending]): TestResult => ({
      name: path!.split('::').at(-1)!,
      passed: ending !== 'FAILED',
      ...(ending === 'ignored' && { skipped: 'ignored' as const }),
      output: ending === 'FAILED' ? outputOf(stdout, path!) : '',
    }),
  )
}

/** Below a headline of its own, up to the next one. */
function outputOf(stdout: string, path: string): string {
  const head = `---- ${path} stdout ----\n`
  const from = stdout.indexOf(head)
  if (from === -1) return ''
  const text = stdout.slice(from + head.length)
  const end = /\n(?:---- |\nfailures:)/.exec(text)?.index ?? text.length
  return text.slice(0, end).trim()
}

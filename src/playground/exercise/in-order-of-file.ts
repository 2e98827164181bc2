import type { TestResult } from '../backends/runners/run-tests.ts'

/** Puts the results of tests in the order in which the tests stand in their file: libtest gives them by their names. */
export function inOrderOfFile(results: TestResult[], tests = ''): TestResult[] {
  const lines = tests.split('\n')
  const lineOf = ({ name }: TestResult) => lines.findIndex((line) => line.includes(`fn ${name}(`))
  return results.toSorted((a, b) => lineOf(a) - lineOf(b))
}

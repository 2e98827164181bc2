import { toPrintable } from '../output/to-printable.ts'
import type { Verdict } from '../lesson/verdict.ts'
import { describeVerdict } from './describe-verdict.ts'

/** Exercism's `results.json`, version 3. */
export interface ExercismResults {
  version: 3
  status: 'pass' | 'fail' | 'error'
  message: string | null
  tests: ExercismTest[]
}

interface ExercismTest {
  name: string
  status: 'pass' | 'fail'
  message: string | null
  output: null
  test_code: string
}

/** Writes verdicts in Exercism's form: `error` for what does not compile, which then has no tests. */
export function toExercism(verdicts: Verdict[], solved: boolean): ExercismResults {
  const [compiles, ...others] = verdicts
  if (compiles && !compiles.holds) {
    return { version: 3, status: 'error', message: cut(describeVerdict(compiles)), tests: [] }
  }
  return { version: 3, status: solved ? 'pass' : 'fail', message: null, tests: others.map(toTest) }
}

function toTest(verdict: Verdict): ExercismTest {
  const { name, holds, code } = verdict
  return {
    ...{ name, status: holds ? 'pass' : 'fail' },
    message: holds ? null : cut(describeVerdict(verdict)),
    ...{ output: null, test_code: code ?? name },
  }
}

/** The site shows no more of a message. */
const most = 65_000

function cut(text: string): string {
  return toPrintable(text).slice(0, most)
}

import { toPrintable } from '../output/to-printable.ts'
import type { Verdict } from '../lesson/verdict.ts'
import { describeVerdict } from './describe-verdict.ts'

/** Gradescope's `results.json`: one point for each thing that the exercise asks for. */
export interface GradescopeResults {
  output: string
  tests: {
    name: string
    score: number
    max_score: 1
    status: 'passed' | 'failed'
    output: string
  }[]
}

/** Writes verdicts in Gradescope's form. */
export function toGradescope(verdicts: Verdict[], solved: boolean): GradescopeResults {
  return {
    output: solved ? 'Solved.' : 'Not solved yet.',
    tests: verdicts.map((verdict) => ({
      ...{ name: verdict.name, score: verdict.holds ? 1 : 0, max_score: 1 },
      status: verdict.holds ? 'passed' : 'failed',
      output: verdict.holds ? '' : toPrintable(describeVerdict(verdict)),
    })),
  }
}

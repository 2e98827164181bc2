import PQueue from 'p-queue'
import type { Sandbox } from '#service/sandbox.ts'
import { judge, type Verdict } from './judge.ts'
import type { UiTest } from './ui-test.ts'

/** What became of the tests of one path. */
export interface Judged {
  path: string
  /** Rust files that have nothing to compare with. */
  withoutStderr: number
  tests: JudgedTest[]
}

/** A test by its name, and what came of it. */
export interface JudgedTest {
  name: string
  verdict: Verdict
}

/** Judges tests, two at a time, in their order. */
export async function judgeAll(sandbox: Sandbox, tests: UiTest[]): Promise<JudgedTest[]> {
  const queue = new PQueue({ concurrency: 2 })
  return queue.addAll(
    tests.map((test) => async () => ({ name: test.name, verdict: await judge(sandbox, test) })),
  )
}

import { expect, it } from 'vitest'
import { parseTestList, type RunOnce, runTests } from '#playground/backends/runners/run-tests.ts'

const list = 'tests::doubles_four: test\ntests::hangs: test\ntests::fails: test\n'

/** Answers as libtest does on wasm32-wasip1. */
const run: RunOnce = async (args) => {
  const stdout = (text: string) => [{ stream: 'stdout' as const, text }]
  if (args.includes('--list')) return { ending: { kind: 'exited', code: 0 }, outputs: stdout(list) }
  const opening = `\nrunning 1 test\ntest ${args[2]} ... `
  if (args[2] === 'tests::doubles_four') {
    const closing =
      'ok\n\ntest result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 2 filtered out; finished in 0.00s\n\n'
    return { ending: { kind: 'exited', code: 0 }, outputs: stdout(opening + closing) }
  }
  if (args[2] === 'tests::hangs')
    return { ending: { kind: 'stopped', reason: 'time' }, outputs: stdout(opening) }
  const panic =
    "\nthread 'main' panicked at tests.rs:3:39:\nno sevens\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n"
  return {
    ending: { kind: 'exited', code: 101 },
    outputs: [...stdout(opening), { stream: 'stderr', text: panic }],
  }
}

it('each test is run by itself and told by its name, in the order of the program', async () => {
  const results = await runTests(run)
  expect(results.map(({ name, passed }) => [name, passed])).toEqual([
    ['doubles_four', true],
    ['hangs', false],
    ['fails', false],
  ])
})

it('a failed test keeps its panic and nothing of the harness', async () => {
  expect((await runTests(run))[2]!.output).toBe("thread 'main' panicked at tests.rs:3:39:\nno sevens")
})

it('a test that does not end fails with a word about that', async () => {
  expect((await runTests(run))[1]!.output).toMatch(/too long/)
})

it('lines that are no tests are not in the list', () => {
  expect(parseTestList('tests::a: test\nbench: benchmark\n\n1 test, 1 benchmark\n')).toEqual(['tests::a'])
})

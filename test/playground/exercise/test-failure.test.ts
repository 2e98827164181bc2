import { expect, it } from 'vitest'
import { readTestFailure } from '#playground/exercise/test-failure.ts'

it('an assert_eq! tells its line, its words, what was expected and what came', () => {
  const output = `thread 'main' panicked at tests.rs:20:5:
assertion \`left == right\` failed: a copy was stored
  left: "link up"
 right: "link down"`
  expect(readTestFailure(output)).toEqual({
    line: 20,
    message: 'a copy was stored',
    expected: '"link down"',
    got: '"link up"',
  })
})

it('without words it tells the rest', () => {
  const output =
    "thread 'main' panicked at src/tests.rs:7:9:\nassertion `left == right` failed\n  left: 1\n right: 2\n"
  expect(readTestFailure(output)).toEqual({ line: 7, expected: '2', got: '1' })
})

it('an assert! tells what it asserts, and a panic of the program no line of the test', () => {
  expect(
    readTestFailure("thread 'main' panicked at tests.rs:9:5:\nassertion failed: open(&s).is_empty()\n"),
  ).toEqual({
    line: 9,
    message: 'assertion failed: open(&s).is_empty()',
  })
  expect(readTestFailure("thread 'main' panicked at main.rs:30:9:\nindex out of bounds\n")).toEqual({
    message: 'index out of bounds',
  })
  expect(readTestFailure('stopped: it took too long')).toEqual({})
})

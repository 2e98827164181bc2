/** Why a test failed, as far as what it wrote tells. */
export interface TestFailure {
  /** Line of `tests.rs` where it failed; undefined where the program itself panicked. */
  line?: number
  /** The words that the test gives, or what it asserted. */
  message?: string
  /** Of an `assert_eq!`: its right side and its left one, as Rust prints them. */
  expected?: string
  got?: string
}

/** Reads what a panicking test printed, in the format of the standard library. */
export function readTestFailure(output: string): TestFailure {
  const place = /panicked at (?:\S*\/)?tests\.rs:(\d+):\d+:\n/.exec(output)
  const assertion = /assertion (`[^`]*`) failed(?:: (.*))?\n {2}left: (.*)\n *right: (.*)/.exec(output)
  if (assertion) {
    const [, , message, got, expected] = assertion
    return { ...lineOf(place), ...(message && { message }), expected: expected!, got: got! }
  }
  const message = /panicked at \S+:\n(.*)/.exec(output)?.[1]
  return { ...lineOf(place), ...(message && { message }) }
}

function lineOf(place: RegExpExecArray | null): { line?: number } {
  return place ? { line: Number(place[1]) } : {}
}

// Parsers by the names of the real ones, each of which does what none should.

/** Never ends. */
export function clang(): never {
  for (;;);
}

/** Takes all memory that there is. */
export function rustc(): never {
  const taken: object[] = []
  for (;;) taken.push({ taken: taken.length })
}

/** Has a mistake. */
export function linker(): never {
  throw new TypeError('a mistake')
}

/** Takes a while. */
export async function kernelLog(): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 50))
  return 'was called'
}

import type { SourceFiles } from '#protocol/source-files.ts'

/** Adds a lesson's KUnit tests, the text of `check/kunit.rs`, to a driver as a module of it; without any, gives it as it is. */
export function withKunit(files: SourceFiles, kunit: string | undefined): SourceFiles {
  if (kunit === undefined) return files
  const root = files['driver.rs'] ?? ''
  return { ...files, 'driver.rs': `${root.trimEnd()}\n\nmod kunit;\n`, 'kunit.rs': kunit }
}

/** The names of the tests in a file of Rust, in their order. */
export function namesOfTests(rust: string): string[] {
  return [...rust.matchAll(/#\[test\]\s*(?:#\[[^\]]*\]\s*)*fn (\w+)/g)].map(([, name]) => name!)
}

/** The names of its suites. */
export function suitesOf(rust: string): string[] {
  return [...rust.matchAll(/#\[kunit_tests\((\w{1,200})\)\]/g)].map(([, name]) => name!)
}

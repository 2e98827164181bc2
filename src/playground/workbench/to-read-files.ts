import type { Exercise } from '#course/exercise.ts'
import type { Companions } from '#protocol/companions.ts'
import type { SourceFiles } from '#protocol/source-files.ts'

/** The files of an exercise that a reader only reads. */
export interface ReadFiles {
  /** How it is checked. */
  checks: SourceFiles
  /** What it brings besides the drivers: fixtures, headers, bindings and programs. */
  given: SourceFiles
}

/** Picks them out of an exercise. */
export function toReadFiles(exercise: Exercise): ReadFiles {
  const { tests, checkScript, kunit, headers, given = [], start, companions } = exercise
  return {
    checks: {
      ...(tests !== undefined && { 'tests.rs': tests }),
      ...(checkScript !== undefined && { 'check/boot.sh': checkScript }),
      ...(kunit !== undefined && { 'check/kunit.rs': kunit }),
    },
    given: {
      ...Object.fromEntries(given.map((path) => [path, start[path] ?? ''])),
      ...headers,
      ...rootsOf(companions?.fixtures),
      ...rootsOf(companions?.programs),
    },
  }
}

/** The one tab that has all of what an exercise brings. */
export const givenTab = 'given'

/** Names the tabs of these files. */
export function toReadTabs(exercise: Exercise): string[] {
  const { checks, given } = toReadFiles(exercise)
  return [...Object.keys(checks), ...(Object.keys(given).length > 0 ? [givenTab] : [])]
}

/** Their headers are those of the driver, nearly always. */
function rootsOf(companions: Companions = {}): SourceFiles {
  return Object.fromEntries(
    Object.entries(companions).map(([name, files]) => [`${name}.c`, files[`${name}.c`] ?? '']),
  )
}

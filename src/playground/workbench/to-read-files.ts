import type { Exercise } from '#course/exercise.ts'
import type { Companions } from '#protocol/companions.ts'
import type { SourceFiles } from '#protocol/source-files.ts'

/** Lists the files of an exercise that a reader only reads: how it is checked, then what it brings besides the drivers. */
export function toReadFiles(exercise: Exercise): [string, string][] {
  const { tests, checkScript, kunit, headers = {}, given = [], start, companions } = exercise
  return Object.entries({
    ...(tests !== undefined && { 'tests.rs': tests }),
    ...(checkScript !== undefined && { 'check/boot.sh': checkScript }),
    ...(kunit !== undefined && { 'check/kunit.rs': kunit }),
    ...headers,
    ...Object.fromEntries(given.map((path) => [path, start[path] ?? ''])),
    ...rootsOf(companions?.fixtures),
    ...rootsOf(companions?.programs),
  })
}

/** Their headers are those of the driver, nearly always. */
function rootsOf(companions: Companions = {}): SourceFiles {
  return Object.fromEntries(
    Object.entries(companions).map(([name, files]) => [`${name}.c`, files[`${name}.c`] ?? '']),
  )
}

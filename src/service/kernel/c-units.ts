import type { SourceFiles } from '#protocol/compile.ts'
import { toIncluded } from '../source-files/included-files.ts'

/** The file of a C module that is always there. */
export const cRoot = 'driver.c'

/** The files that are compiled one by one and linked into a module: all C files but those that another one includes. */
export function toCUnits(files: SourceFiles): [string, ...string[]] {
  const included = toIncluded(files)
  const others = Object.keys(files).filter((path) => path.endsWith('.c') && path !== cRoot)
  return [cRoot, ...others.filter((path) => !included.has(path))]
}

import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { SourceFiles } from '#protocol/compile.ts'

const folder = new URL('programs/', import.meta.url)

/** The names of the drivers beside this file, each `NAME.c`. */
export const programNames = readdirSync(folder)
  .filter((file) => file.endsWith('.c'))
  .map((file) => basename(file, '.c'))

/** The files of a driver; all may include the same header of their own. */
export function readProgram(name: string): SourceFiles & { 'driver.c': string } {
  return {
    'driver.c': readFileSync(new URL(`${name}.c`, folder), 'utf8'),
    'ring.h': 'struct ring {\n\tu32 head;\n\tu32 tail;\n};\n',
  }
}

/** What clang wrote about it, as recorded. */
export function readRecorded(name: string): string {
  return readFileSync(new URL(`${name}.stderr`, folder), 'utf8')
}

import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'

const folder = new URL('programs/', import.meta.url)

/** The names of the programs beside this file, each `NAME.rs`. */
export const programNames = readdirSync(folder)
  .filter((file) => file.endsWith('.rs'))
  .map((file) => basename(file, '.rs'))

/** The source of a program. */
export function readProgram(name: string): string {
  return readFileSync(new URL(`${name}.rs`, folder), 'utf8')
}

/** What rustc wrote about it, as recorded. */
export function readRecorded(name: string): string {
  return readFileSync(new URL(`${name}.jsonl`, folder), 'utf8')
}

import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { CompileRequest } from '#protocol/compile.ts'
import { Diagnostic } from '#protocol/diagnostic.ts'

const folder = join(import.meta.dirname, 'programs')

/** The names of the refused programs beside this file, each `NAME.rs`, with what rustc says in `NAME.json`. */
export const programNames = readdirSync(folder)
  .filter((file) => file.endsWith('.rs'))
  .map((file) => basename(file, '.rs'))

/** The source of a program. */
export function readProgram(name: string): string {
  return readFileSync(join(folder, `${name}.rs`), 'utf8')
}

/** What rustc said of it, as recorded. */
export function readRecorded(name: string): Diagnostic[] {
  return Diagnostic.array().parse(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')))
}

/** What to ask to have a program checked: one that uses the `kernel` crate is a driver. */
export function toRequest(name: string): CompileRequest & { root: string } {
  const text = readProgram(name)
  const shared = { language: 'rust', action: 'check' } as const
  return text.includes('use kernel::')
    ? { ...shared, root: 'driver.rs', target: 'kernel', files: { 'driver.rs': text } }
    : { ...shared, root: 'main.rs', target: 'userspace', files: { 'main.rs': text } }
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CompileRequest } from '#protocol/compile.ts'
import { Diagnostic } from '#protocol/diagnostic.ts'

const folder = join(import.meta.dirname, 'drivers')

/** The drivers in `drivers/`, which are refused, and what the compilers say in `NAME.json`. */
export const driverNames = readdirSync(folder).filter((file) => /\.(rs|c)$/.test(file))

/** The source of a driver. */
export function readDriver(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

/** What was said of it, as recorded. */
export function readRecordedOf(name: string): Diagnostic[] {
  return Diagnostic.array().parse(JSON.parse(readFileSync(join(folder, recordOf(name)), 'utf8')))
}

/** Name of the file that holds it. */
export function recordOf(name: string): string {
  return name.replace(/\.\w+$/, '.json')
}

/** What to ask to have it checked. */
export function toDriverRequest(name: string): CompileRequest & { root: string } {
  const language = name.endsWith('.c') ? 'c' : 'rust'
  const root = language === 'c' ? 'driver.c' : 'driver.rs'
  return { root, target: 'kernel', language, action: 'check', files: { [root]: readDriver(name) } }
}

import type { SourceFiles } from '#protocol/compile.ts'
import { badInput, tooLarge, type FieldError } from './http-problem.ts'
import { maxFiles, maxSourceBytes } from './request-limits.ts'

/** Throws an `HttpProblem` for files that are too many, too large or in each other's way. */
export function validateFiles(files: SourceFiles): void {
  const errors = toPathErrors(Object.keys(files))
  if (errors.length > 0) throw badInput(errors)
  const bytes = Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  if (bytes > maxSourceBytes) {
    throw tooLarge(`The files have ${bytes} bytes; ${maxSourceBytes} is the most they may have.`)
  }
}

function toPathErrors(paths: string[]): FieldError[] {
  if (paths.length > maxFiles) return [{ field: 'files', message: `more than ${maxFiles} files` }]
  const folders = paths.filter((path) => paths.some((other) => other.startsWith(`${path}/`)))
  return folders.map((path) => ({ field: `files.${path}`, message: 'is a file and a folder at once' }))
}

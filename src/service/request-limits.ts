import type { CompileRequest, SourceFiles } from '#protocol/compile.ts'
import { badInput, tooLarge } from './http-problem.ts'

/** Bytes of source in one request, all files together. */
export const maxSourceBytes = 64 * 1024

/** Bytes of a request's body: the sources with what JSON adds to them. */
export const maxBodyBytes = 160 * 1024

const maxFiles = 32

/** Throws an `HttpProblem` for a request that is well formed but not one that this service takes. */
export function refuseUnfit({ target, language, files }: CompileRequest): void {
  const errors = [...toUnserved(target, language), ...toMisplaced(files)]
  if (errors.length > 0) throw badInput(errors)
  const bytes = Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  if (bytes > maxSourceBytes) {
    throw tooLarge(`The files have ${bytes} bytes; ${maxSourceBytes} is the most they may have.`)
  }
}

interface Flaw {
  field: string
  message: string
}

function toUnserved(target: CompileRequest['target'], language: CompileRequest['language']): Flaw[] {
  const errors: Flaw[] = []
  if (target === 'kernel')
    errors.push({ field: 'target', message: 'kernel modules are not compiled here yet' })
  if (language === 'c') errors.push({ field: 'language', message: 'C is not compiled here yet' })
  return errors
}

function toMisplaced(files: SourceFiles): Flaw[] {
  const paths = Object.keys(files)
  if (paths.length > maxFiles) return [{ field: 'files', message: `more than ${maxFiles} files` }]
  const folders = paths.filter((path) => paths.some((other) => other.startsWith(`${path}/`)))
  const errors = folders.map((path) => ({
    field: `files.${path}`,
    message: 'is a file and a folder at once',
  }))
  if (!paths.includes('main.rs')) errors.push({ field: 'files', message: 'main.rs is missing' })
  return errors
}

import type { CompileRequest, Language, SourceFiles, Target } from '#protocol/compile.ts'
import { badInput, tooLarge } from './http-problem.ts'
import { courseFolder } from './kernel/c-flags.ts'

/** Bytes of source in one request, all files together. */
export const maxSourceBytes = 64 * 1024

/** Bytes of a request's body: the sources with what JSON adds to them. */
export const maxBodyBytes = 160 * 1024

const maxFiles = 32

/** Throws an `HttpProblem` for a request that is well formed but not one that this service takes. */
export function refuseUnfit({ target, language, files }: CompileRequest): void {
  const errors = [
    ...toUnserved(target, language),
    ...toMisplaced(files, rootOf(target, language)),
    ...(target === 'kernel' ? toReserved(files) : []),
  ]
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

function toUnserved(target: Target, language: Language): Flaw[] {
  if (target === 'kernel' || language === 'rust') return []
  return [{ field: 'language', message: 'C is compiled for the kernel only' }]
}

function rootOf(target: Target, language: Language): string {
  if (target === 'userspace') return 'main.rs'
  return language === 'rust' ? 'driver.rs' : 'driver.c'
}

function toMisplaced(files: SourceFiles, root: string): Flaw[] {
  const paths = Object.keys(files)
  if (paths.length > maxFiles) return [{ field: 'files', message: `more than ${maxFiles} files` }]
  const folders = paths.filter((path) => paths.some((other) => other.startsWith(`${path}/`)))
  const errors = folders.map((path) => ({
    field: `files.${path}`,
    message: 'is a file and a folder at once',
  }))
  if (!paths.includes(root)) errors.push({ field: 'files', message: `${root} is missing` })
  return errors
}

/** Where the service puts files of its own beside those of a driver. */
function toReserved(files: SourceFiles): Flaw[] {
  return Object.keys(files)
    .filter((path) => path.split('/')[0] === courseFolder)
    .map((path) => ({ field: `files.${path}`, message: `the name «${courseFolder}» is taken` }))
}

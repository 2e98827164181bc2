import type { Companions, WithCompanions } from '#protocol/companions.ts'
import type { SourceFiles } from '#protocol/compile.ts'
import { badInput, tooLarge, type FieldError } from './http-problem.ts'
import { maxCompanions, maxFiles, maxSourceBytes } from './request-limits.ts'

/** Throws an `HttpProblem` for files that are too many, too large or in each other's way, those of fixtures and programs too. */
export function validateFiles({ files, fixtures = {}, programs = {} }: SentFiles): void {
  const groups = [
    ['files', files] as const,
    ...toGroups('fixtures', fixtures),
    ...toGroups('programs', programs),
  ]
  const errors = groups
    .slice(0, mostGroups)
    .flatMap(([field, group]) => toPathErrors(field, Object.keys(group)))
  if (errors.length > 0) throw badInput(errors)
  const texts = groups.flatMap(([, group]) => Object.values(group))
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  if (bytes > maxSourceBytes) {
    throw tooLarge(`The files have ${bytes} bytes; ${maxSourceBytes} is the most they may have.`)
  }
}

type SentFiles = WithCompanions & { files: SourceFiles }

function toGroups(field: string, companions: Companions): (readonly [string, SourceFiles])[] {
  return Object.entries(companions).map(([name, files]) => [`${field}.${name}`, files] as const)
}

/** More are refused for their number. */
const mostGroups = 2 * maxCompanions + 1

function toPathErrors(field: string, paths: string[]): FieldError[] {
  if (paths.length > maxFiles) return [{ field, message: `more than ${maxFiles} files` }]
  const folders = paths.filter((path) => paths.some((other) => other.startsWith(`${path}/`)))
  return folders.map((path) => ({ field: `${field}.${path}`, message: 'is a file and a folder at once' }))
}

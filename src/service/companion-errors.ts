import type { Companions } from '#protocol/companions.ts'
import type { SourceFiles } from '#protocol/source-files.ts'
import type { FieldError } from './http-problem.ts'
import { maxCompanions } from './request-limits.ts'

/** What is wrong with the fixtures or programs of a request, by the field that has them. */
export function toCompanionErrors(field: string, companions: Companions = {}): FieldError[] {
  const names = Object.keys(companions)
  if (names.length > maxCompanions) return [{ field, message: `more than ${maxCompanions}` }]
  return names.flatMap((name) => toRootErrors(`${field}.${name}`, `${name}.c`, companions[name]!))
}

function toRootErrors(field: string, root: string, files: SourceFiles): FieldError[] {
  return Object.hasOwn(files, root) ? [] : [{ field, message: `${root} is missing` }]
}

import type { WithCompanions } from '#protocol/companions.ts'
import type { Action, CompileRequest, Edition, Language, SourceFiles, Target } from '#protocol/compile.ts'
import { toCompanionErrors } from './companion-errors.ts'
import { badInput, type FieldError } from './http-problem.ts'
import { courseFolder } from './kernel/c-flags.ts'

/** Throws an `HttpProblem` for files that are no program which the service compiles; routes that take one call it. */
export function validateProgram(program: Program): void {
  const { target, language, action, edition, files, fixtures, programs } = program
  const errors = [
    ...toActionErrors(target, action),
    ...toLanguageErrors(target, language),
    ...toEditionErrors(target, edition),
    ...toRootErrors(files, rootOf(target, language)),
    ...(target === 'kernel' ? toReservedErrors(files) : []),
    ...toCompanionErrors('fixtures', fixtures),
    ...toCompanionErrors('programs', programs),
  ]
  if (errors.length > 0) throw badInput(errors)
}

type Program = Pick<CompileRequest, 'target' | 'language' | 'files'> &
  Partial<Pick<CompileRequest, 'action' | 'edition'>> &
  WithCompanions

function toActionErrors(target: Target, action: Action | undefined): FieldError[] {
  if (target === 'userspace' || action !== 'test') return []
  return [{ field: 'action', message: 'a module has no test program' }]
}

function toLanguageErrors(target: Target, language: Language): FieldError[] {
  if (target === 'kernel' || language === 'rust') return []
  return [{ field: 'language', message: 'C is compiled for the kernel only' }]
}

function toEditionErrors(target: Target, edition: Edition | undefined): FieldError[] {
  if (target === 'userspace' || edition === undefined) return []
  return [{ field: 'edition', message: 'a module has the edition of the kernel' }]
}

function rootOf(target: Target, language: Language): string {
  if (target === 'userspace') return 'main.rs'
  return language === 'rust' ? 'driver.rs' : 'driver.c'
}

function toRootErrors(files: SourceFiles, root: string): FieldError[] {
  return Object.hasOwn(files, root) ? [] : [{ field: 'files', message: `${root} is missing` }]
}

/** The service puts files of its own into this folder, beside those of a driver. */
function toReservedErrors(files: SourceFiles): FieldError[] {
  return Object.keys(files)
    .filter((path) => path.split('/')[0] === courseFolder)
    .map((path) => ({ field: `files.${path}`, message: `the name «${courseFolder}» is taken` }))
}

import { SourceFiles } from '#protocol/compile.ts'
import type { GuestCode } from '#protocol/rust-playground.ts'
import { badInput } from '../http-problem.ts'
import { validateFiles } from '../validate-files.ts'
import { validateProgram } from '../validate-program.ts'
import { toFieldErrors } from '../validate-request.ts'

/** Names the files of a guest's program as the compiler takes them. Throws an `HttpProblem` for what is no program. */
export function toGuestFiles(code: GuestCode): SourceFiles {
  const parsed = SourceFiles.safeParse(typeof code === 'string' ? { 'main.rs': code } : toNamed(code))
  if (!parsed.success) throw badInput(toFieldErrors(parsed.error))
  validateFiles({ files: parsed.data })
  validateProgram({ target: 'userspace', language: 'rust', files: parsed.data })
  return parsed.data
}

/** With or without the folder that Cargo has them in. */
function toNamed(code: Exclude<GuestCode, string>): SourceFiles {
  return Object.fromEntries(code.map(({ name, content }) => [name.replace(/^src\//, ''), content]))
}

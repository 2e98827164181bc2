import { z, type ZodError } from 'zod'
import { companionsOf } from '#protocol/companions.ts'
import { SourceFiles } from '#protocol/compile.ts'
import { badInput, type FieldError } from './http-problem.ts'
import { validateFiles } from './validate-files.ts'

/**
 * Throws an `HttpProblem` for input that its route's schema refuses, and for `files` that no request may have, whatever
 * the route's schema says of them. The app calls it for each request to a route that has a schema.
 */
export function validateRequest(result: SchemaResult): void {
  if (!result.success) throw badInput(toFieldErrors(result.error))
  if (hasFiles(result.data)) validateFiles(parseFiles(result.data))
}

type SchemaResult = { success: true; data: unknown } | { success: false; error: ZodError }

/** What is wrong with an input, field by field; `whole` is the name of all of it. */
export function toFieldErrors({ issues }: ZodError, whole = 'body'): FieldError[] {
  return issues.slice(0, maxFieldErrors).map((issue) => toFieldError(issue, whole))
}

/** Whoever has more than these wrong sends what nobody has typed. */
const maxFieldErrors = 20

function toFieldError(issue: z.core.$ZodIssue, whole: string): FieldError {
  const cause = issue.code === 'invalid_key' ? issue.issues[0] : undefined
  return { field: issue.path.map(String).join('.') || whole, message: cause?.message ?? issue.message }
}

function hasFiles(data: unknown): data is { files: unknown } {
  return typeof data === 'object' && data !== null && 'files' in data
}

function parseFiles(data: { files: unknown }): z.infer<typeof WithFiles> {
  const parsed = WithFiles.safeParse(data)
  if (!parsed.success) throw badInput(toFieldErrors(parsed.error))
  return parsed.data
}

const WithFiles = z.object({ files: SourceFiles, ...companionsOf })

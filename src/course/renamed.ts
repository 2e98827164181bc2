import { z } from 'zod'
import { RenamedRow } from '#protocol/renamed-row.ts'
import { validate } from './read-file.ts'
import { readRows } from './read-rows.ts'

/** A row of `reference/renamed.yaml`: what the workbench is told, and what proves it. */
export const RenamedEntry = RenamedRow.extend({
  path: z.string().describe('a file of the kernel’s tree'),
  has: z.string().describe('words in that file, which show the new API'),
  lesson: z
    .string()
    .regex(/^[a-z-]+\/[a-z0-9-]+$/)
    .optional()
    .describe('the lesson that teaches the new API'),
  was: z.string().describe('a program, or a part of one, that is refused'),
  is: z.string().describe('the same with the new API, which compiles'),
}).refine(({ told, fix }) => [told.says, told.at, told.line, fix?.find].every(isPattern), {
  message: '«says», «at», «line» and «find» are regular expressions, and one of them is none',
})
export type RenamedEntry = z.infer<typeof RenamedEntry>

function isPattern(text = ''): boolean {
  try {
    void new RegExp(text, 'u')
    return true
  } catch {
    return false
  }
}

/** `reference/renamed.json`, written by `verify --record`: the error that each row’s old program gives. */
export const RecordedErrors = z.strictObject({
  toolchain: z.string(),
  errors: z.record(z.string(), z.strictObject({ code: z.string().optional(), message: z.string() })),
})
export type RecordedErrors = z.infer<typeof RecordedErrors>

export const renamedPath = 'reference/renamed.yaml'
export const recordedErrorsPath = 'reference/renamed.json'

/** Reads the rows (path below `lessons/` → text), in their order; none where there is no such file. Throws `CourseError`. */
export function readRenamed(files: Record<string, string>): RenamedEntry[] {
  return readRows(files, renamedPath, RenamedEntry)
}

/** Reads what was recorded; nothing where it has not been yet. Throws `CourseError`. */
export function readRecordedErrors(files: Record<string, string>): RecordedErrors {
  const text = files[recordedErrorsPath]
  if (text === undefined) return { toolchain: '', errors: {} }
  return validate(recordedErrorsPath, RecordedErrors, JSON.parse(text))
}

/** What the workbench is told of a row. */
export function toRow({ name, language, old, new: now, since, why, told, fix }: RenamedEntry): RenamedRow {
  return { name, language, old, new: now, why, told, ...(since && { since }), ...(fix && { fix }) }
}

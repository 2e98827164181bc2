import { parse as parseYaml } from 'yaml'
import type { z } from 'zod'
import { CourseError } from './course-error.ts'

/** The YAML between the `---` at the beginning of a file, checked. Throws `CourseError`. */
export function readHead<T extends z.ZodType>(
  files: Record<string, string>,
  path: string,
  schema: T,
): z.infer<T> {
  const head = /^---\n([\s\S]*?)\n---\n/.exec(need(files, path))
  if (!head)
    throw new CourseError(`${path} has no frontmatter. Begin it with --- and the keys of CONTRIBUTING.md.`)
  return validate(path, schema, parse(path, head[1]!))
}

/** A file of YAML, checked. Throws `CourseError`. */
export function readYaml<T extends z.ZodType>(
  files: Record<string, string>,
  path: string,
  schema: T,
): z.infer<T> {
  return validate(path, schema, parse(path, need(files, path)))
}

function parse(path: string, text: string): unknown {
  try {
    return parseYaml(text)
  } catch (error) {
    throw new CourseError(
      `${path} is no YAML. Quote texts with «: » or «#» in them.\n${(error as Error).message}`,
    )
  }
}

/** A value that fits its schema. Throws `CourseError` that names each key that does not. */
export function validate<T extends z.ZodType>(path: string, schema: T, value: unknown): z.infer<T> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issues = result.error.issues.map((issue) => `  ${issue.path.join('.') || 'file'}: ${issue.message}`)
  throw new CourseError(`${path} does not fit its schema:\n${issues.join('\n')}`)
}

/** Text of a file that every lesson has. Throws `CourseError`. */
export function need(files: Record<string, string>, path: string): string {
  const text = files[path]
  if (text === undefined)
    throw new CourseError(`lessons/${path} is missing. Every lesson has one; copy a neighbour's to begin.`)
  return text
}

/** What was recorded of a lesson; nothing where it was not proven yet. Throws `CourseError`. */
export function readRecorded<T extends z.ZodType>(
  files: Record<string, string>,
  folder: string,
  schema: T,
): { recorded?: z.infer<T> } {
  const path = `${folder}/recorded.json`
  const text = files[path]
  return text === undefined ? {} : { recorded: validate(path, schema, JSON.parse(text)) }
}

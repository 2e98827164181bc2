import { z } from 'zod'
import { CourseError } from './course-error.ts'
import { readYaml } from './read-file.ts'

/** Reads a file of rows, each with a name of its own, in their order; none where there is no such file. Throws `CourseError`. */
export function readRows<Row extends { name: string }>(
  files: Record<string, string>,
  path: string,
  schema: z.ZodType<Row>,
): Row[] {
  if (files[path] === undefined) return []
  const rows = readYaml(files, path, z.array(schema))
  const names = rows.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice === undefined) return rows
  throw new CourseError(`${path} has two rows «${twice}». Give one of them another name.`)
}

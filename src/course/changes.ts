import { z } from 'zod'
import { readRows } from './read-rows.ts'

/** Something that readers who come back want to know of. */
export const Change = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'small letters, digits and «-»; the feed has it in its ids'),
  day: z.iso.date(),
  title: z.string(),
  says: z.string().describe('what is new, in a sentence or two'),
  page: z
    .templateLiteral(['/', z.string()])
    .refine((path) => /^\/([^/]+\/)*$/.test(path), 'the path of a page, such as «/reference/rosetta/»'),
})
export type Change = z.infer<typeof Change>

export const changesPath = 'changes.yaml'

/** Reads the changes (path below `lessons/` → text), the newest first; none where there is no such file. Throws `CourseError`. */
export function readChanges(files: Record<string, string>): Change[] {
  return readRows(files, changesPath, Change).sort((a, b) => b.day.localeCompare(a.day))
}

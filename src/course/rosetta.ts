import { z } from 'zod'
import { SourceReference } from './frontmatter.ts'
import { readRows } from './read-rows.ts'

/** What the rows are about, in the order of the page. */
export const rosettaGroups = {
  module: 'Modules and messages',
  memory: 'Memory',
  errors: 'Errors and cleaning up',
  counting: 'Reference counts',
  containers: 'Containers',
  locks: 'Locks and waiting',
  later: 'Deferred work and time',
  user: 'User space',
  device: 'Devices and registers',
  numbers: 'Numbers, bits and text',
}
export type RosettaGroup = keyof typeof rosettaGroups

/** One side of a row: how it is written, and where the tree has it. */
const Side = z.strictObject({
  says: z.string().describe('the idiom, on one line'),
  at: SourceReference.describe('where the tree declares or describes it'),
  has: z.string().describe('words that stand on these lines'),
  code: z.string().describe('what compiles and shows it'),
})

/** An idiom of C, and what a driver in Rust writes for it; `absent` where the crate has nothing. */
export const RosettaRow = z
  .strictObject({
    name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'small letters, digits and «-»; links have it'),
    group: z.enum(Object.keys(rosettaGroups) as [RosettaGroup, ...RosettaGroup[]]),
    c: Side,
    rust: Side.optional(),
    absent: z
      .string()
      .optional()
      .describe('a regular expression (grep -E) that finds nothing in rust/kernel'),
    note: z.string().describe('what differs, as Markdown'),
    lesson: z
      .string()
      .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)
      .optional(),
  })
  .refine(({ rust, absent }) => (rust === undefined) !== (absent === undefined), {
    message: 'needs either «rust» or «absent»: what finds nothing in the crate',
  })
export type RosettaRow = z.infer<typeof RosettaRow>

export const rosettaPath = 'reference/rosetta.yaml'

/** Reads the rows (path below `lessons/` → text), in their order; none where there is no such file. Throws `CourseError`. */
export function readRosetta(files: Record<string, string>): RosettaRow[] {
  return readRows(files, rosettaPath, RosettaRow)
}

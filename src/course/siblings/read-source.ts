import { z } from 'zod'
import { validate } from '../read-file.ts'

/** What each sibling says first: the id that Git gives to the text that it was made from. */
const Source = z.looseObject({
  source: z
    .string()
    .regex(/^[0-9a-f]{40}$/, 'the id of the English file; «npm run lesson -- translated» writes it'),
})

/** Reads the head of a sibling. Throws `CourseError`. */
export function readSource(path: string, head: unknown): z.infer<typeof Source> {
  return validate(path, Source, head)
}

import { z } from 'zod'

/** RFC 9457 problem details: every answer of the service that is not 2xx. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z
    .array(z.object({ field: z.string(), message: z.string() }))
    .optional()
    .describe('for bad input: what is wrong, where'),
})
export type Problem = z.infer<typeof Problem>

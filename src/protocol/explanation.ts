import { z } from 'zod'

/** Answer of `GET /api/explain/E0505`: rustc's own explanation of an error code, as Markdown. */
export const Explanation = z.object({ code: z.string(), markdown: z.string() })
export type Explanation = z.infer<typeof Explanation>

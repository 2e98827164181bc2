import { z } from 'zod'

/** A whole shell command of a boot script, and the line that it stands on. */
export const BootCommand = z.object({ line: z.int().min(1), command: z.string() })
export type BootCommand = z.infer<typeof BootCommand>

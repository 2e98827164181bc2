import { z } from 'zod'
import { SourceFiles } from './source-files.ts'

/** What a module or a program is called: `pulse` is `pulse.ko`, made of `pulse.c`. */
export const CompanionName = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,30}$/, 'small letters, digits and «_», at most 31')
  .refine((name) => name !== 'driver', 'the name «driver» is taken')

/** Name → its files: `NAME.c`, and what that includes by `#include "…"`. */
export const Companions = z.record(CompanionName, SourceFiles)
export type Companions = z.infer<typeof Companions>

/** What a driver finds in its kernel besides what that has itself. */
export const companionsOf = {
  fixtures: Companions.optional().describe(
    'C modules that are loaded before the script begins, in the order of their names; the driver may use what they export',
  ),
  programs: Companions.optional().describe(
    'static C programs, built with the nolibc and the uapi headers of the kernel, that the script may run as `./NAME`',
  ),
}

/** The fixtures and programs that come with a driver. */
export interface WithCompanions {
  fixtures?: Companions | undefined
  programs?: Companions | undefined
}

import { z } from 'zod'

/** A relative path of plain names, such as `ring/slots.rs`. */
export const SourcePath = z
  .string()
  .regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]*(\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/, 'a relative path of plain names')
  .max(100, 'a path of at most 100 characters')

/**
 * Path → text. The root file is `main.rs` for userspace, `driver.rs` or `driver.c` for a module, of which all C files are a
 * part but those that another one includes. A warning tells of each file that is not used.
 */
export const SourceFiles = z.preprocess(refusePrototype, z.record(SourcePath, z.string()))
export type SourceFiles = z.infer<typeof SourceFiles>

/** A record would drop that name without a word: objects of JavaScript cannot have it as others. */
function refusePrototype(files: unknown, { addIssue }: z.core.$RefinementCtx): unknown {
  const name = '__proto__'
  if (typeof files === 'object' && files !== null && Object.hasOwn(files, name))
    addIssue({ code: 'custom', path: [name], message: `the name «${name}» is taken` })
  return files
}

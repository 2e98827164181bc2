import { noteCrash } from './crash-log.ts'
import { isInternalError } from './rustc-json/parse-rustc-json.ts'
import type { JobResult } from './sandbox.ts'

/**
 * True if a compiler broke down instead of giving a verdict: both rustc and clang end with 0 or 1. What it wrote then is
 * not for the learner. Throws if there is no compiler.
 */
export function isCrash({ code, stderr }: Extract<JobResult, { kind: 'exited' }>): boolean {
  if (code === 126 || code === 127) throw new Error(`no compiler: ${stderr.slice(0, 500)}`)
  const isBroken = code > 1 || isInternalError(stderr) || stderr.includes('\nPLEASE submit a bug report to ')
  if (isBroken) noteCrash({ code, stderr })
  return isBroken
}

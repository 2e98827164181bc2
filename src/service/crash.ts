import { SandboxBusy } from './bubblewrap/sandbox-error.ts'
import { noteCrash } from './crash-log.ts'
import { isInternalError } from '#compiler-output/rustc-json/parse-rustc-json.ts'
import type { JobResult } from './sandbox.ts'

/**
 * True if a compiler broke down instead of giving a verdict: both rustc and clang end with 0 or 1. What it wrote then is
 * not for the learner. Throws if there is no compiler, and `SandboxBusy` if the machine had no thread or process for it.
 */
export function isCrash({ code, stderr }: Extract<JobResult, { kind: 'exited' }>): boolean {
  if (code === 126 || code === 127) throw new Error(`no compiler: ${stderr.slice(0, 500)}`)
  const isBroken = code > 1 || isInternalError(stderr) || stderr.includes('\nPLEASE submit a bug report to ')
  if (isBroken && lacksThreads(stderr)) throw new SandboxBusy('the machine has no processes for a compiler')
  if (isBroken) noteCrash({ code, stderr })
  return isBroken
}

/** By the C library's words, which a program can only have told in a line of JSON. */
function lacksThreads(stderr: string): boolean {
  const words = 'Resource temporarily unavailable'
  return stderr.split('\n').some((line) => !line.startsWith('{') && line.includes(words))
}

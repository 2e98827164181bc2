import { readFileSync, writeFileSync } from 'node:fs'
import { getPriority, setPriority } from 'node:os'
import { attempt } from './control-groups.ts'

/**
 * Has this process come before what it runs in sandboxes when the cores are busy: an answer that is known takes a
 * millisecond, and would wait behind compilers for ten. Call it before anything is started. Root can raise it; else
 * sandboxes are lowered.
 */
export function comeBeforeSandboxes(): void {
  const usual = getPriority()
  const isRaised = attempt(() => setPriority(usual - raise))
  ofSandboxes = isRaised ? usual : Math.min(usual + lower, 19)
  if (isOwnSession()) attempt(() => writeFileSync('/proc/self/autogroup', `${-raise}`))
}

/** What sandboxes have, as in `nice`; undefined if that is what this process has. */
export function priorityOfSandboxes(): number | undefined {
  return ofSandboxes
}

let ofSandboxes: number | undefined

/** As in `nice`: nine times as much of a core as others who want it, and a third of that. */
const [raise, lower] = [10, 5]

/**
 * Where the kernel shares the cores among sessions, `nice` counts within one. That of a terminal is not ours to raise. A
 * sandbox has one of its own.
 */
function isOwnSession(): boolean {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[3]) === process.pid
  } catch {
    return false
  }
}

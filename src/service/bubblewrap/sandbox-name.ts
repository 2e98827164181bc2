import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

/** What the names of all sandboxes of this process begin with, before a hyphen and a number. */
export const sandboxPrefix = `no-oops-${randomBytes(8).toString('hex')}`

let count = 0

/** A name that no other sandbox of the machine has. It stands among the arguments of bwrap, inside and outside. */
export function newSandboxName(): string {
  count += 1
  return `${sandboxPrefix}-${count}`
}

/** The processes that have the name of a sandbox among their arguments: bwrap, and whatever is about to become it. */
export function processesNamed(name: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && argumentsOf(pid).includes(name))
}

/** Nothing of a process that has ended in between. */
function argumentsOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}

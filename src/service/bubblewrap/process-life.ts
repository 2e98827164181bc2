import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** A process, told from a later one that gets the same number. */
export interface ProcessLife {
  pid: number
  /** When it began, in the kernel's ticks since boot; undefined if that could not be read. */
  began: string | undefined
}

/** The process that has this number now; undefined if there is none. */
export function lifeOf(pid: number): ProcessLife | undefined {
  const began = readStat(pid)?.began
  return began === undefined && !isNumberTaken(pid) ? undefined : { pid, began }
}

/** Settles when all of them have ended. One that nobody has collected yet has ended, and all in its namespace with it. */
export async function waitUntilGone(lives: ProcessLife[]): Promise<void> {
  for (let pause = 1; lives.some(isThere); pause = Math.min(1.5 * pause, 50)) await sleep(pause)
}

/** One that cannot be read is there as long as its number is taken. */
function isThere({ pid, began }: ProcessLife): boolean {
  if (!isNumberTaken(pid)) return false
  const stat = readStat(pid)
  return stat === undefined || ((began ?? stat.began) === stat.began && stat.state !== 'Z')
}

/** Needs no descriptor, of which there may be none left. */
function isNumberTaken(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The name before these fields may hold anything, a parenthesis too. */
function readStat(pid: number): { state: string; began: string } | undefined {
  const stat = read(`/proc/${pid}/stat`)
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return stat === '' ? undefined : { state: fields[0]!, began: fields[19]! }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

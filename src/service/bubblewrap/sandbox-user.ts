import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** The user of the host to whom the processes of one sandbox belong. */
export interface SandboxUser {
  /** For `spawn`; nothing where it is the user of this process. */
  ids: { uid?: number; gid?: number }
  /** When all its processes are gone. */
  release(): void
}

/**
 * Takes a user whom no other sandbox has at the time. The kernel counts signals, pipes, watches and processes by user:
 * what one sandbox uses up, all others of the same user lack. Only root can give each its own.
 */
export function takeSandboxUser(): SandboxUser {
  if (!hasSandboxUsers()) return { ids: {}, release: () => {} }
  const id = free.pop() ?? newId()
  return { ids: { uid: id, gid: id }, release: () => void free.push(id) }
}

/** Whether each sandbox has a user of its own; a container may have no other numbers than a few. */
export function hasSandboxUsers(): boolean {
  hasUsers ??= process.getuid?.() === 0 && endOfNumbers() >= fewest
  return hasUsers
}

let hasUsers: boolean | undefined
let firstId: number | undefined
let taken = 0
const free: number[] = []

/** As many as there are in most containers. */
const fewest = 65536

/** More than run at the same time. */
const mostAtOnce = 4096

function newId(): number {
  firstId ??= findFirstId()
  taken += 1
  return firstId + taken
}

/** In the upper part of the numbers, at random, so that two services do not have the same ones. */
function findFirstId(): number {
  const end = Math.min(endOfNumbers(), endOfUnused)
  return end - randomInt(mostAtOnce, Math.min(unused, end / 4))
}

/** The last numbers before this one are nobody's: https://systemd.io/UIDS-GIDS */
const endOfUnused = 2 ** 31
const unused = 2 ** 28

/** The first number that is not there. */
function endOfNumbers(): number {
  return Math.min(...['uid', 'gid'].map((kind) => endOf(readFileSync(`/proc/self/${kind}_map`, 'utf8'))))
}

function endOf(map: string): number {
  const ranges = map
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  return Math.max(...ranges.map(([from, , count]) => from! + count!))
}

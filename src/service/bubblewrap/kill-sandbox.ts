import { setTimeout as sleep } from 'node:timers/promises'
import { lifeOf, waitUntilGone, type ProcessLife } from './process-life.ts'
import { processTree } from './process-tree.ts'
import { processesNamed } from './sandbox-name.ts'

/**
 * Kills a bwrap, which leads a process group, and all that is in its sandbox; gives those that were in it, which may
 * need a moment to end. While the sandbox is being set up there is a moment in which what is inside has left the group
 * and would not yet die with the outer process. So that one is stopped first, and begins no more; then the inner one,
 * with which its process namespace dies, is killed by its number.
 */
export function killSandbox(pid: number): ProcessLife[] {
  send(-pid, 'SIGSTOP')
  const inside = processTree(pid).slice(1)
  const lives = inside.map(lifeOf).filter((life) => life !== undefined)
  for (const inner of inside) send(inner, 'SIGKILL')
  send(-pid, 'SIGKILL')
  return lives
}

/** Kills those in a sandbox whose bwrap has died without them; gives those that may need a moment to end. */
export function killLeft(name: string): ProcessLife[] {
  const lives = processesNamed(name)
    .map(lifeOf)
    .filter((life) => life !== undefined)
  for (const { pid } of lives) send(pid, 'SIGKILL')
  return lives
}

/** Kills a sandbox that may just be about to get its name; settles when nothing of it is left. */
export async function killLate(name: string): Promise<void> {
  for (let look = 0; look < 4; look += 1) {
    await waitUntilGone(killLeft(name))
    await sleep(100)
  }
}

function send(target: number, signal: NodeJS.Signals): void {
  try {
    process.kill(target, signal)
  } catch {
    // It ended by itself a moment ago.
  }
}

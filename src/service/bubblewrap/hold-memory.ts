import { guardMachine } from './guard-machine.ts'
import { memoryGroups } from './memory-group.ts'
import { memoryOfTree } from './memory-of-tree.ts'

/** Keeps a process and all that comes from it to so much memory. */
export interface MemoryHold {
  /** As of a memory group, into which the process has to go before it begins others; undefined where there is none. */
  entry: string | undefined
  /** Looks from now on at the process with that number; at nothing if it could not be started. */
  watch(pid: number | undefined, onTooMuch: () => void): void
  /** Whether they wanted more. */
  ranOut(): boolean
  /** When all of them are gone. */
  end(): void
}

/**
 * Lets the kernel see to the limit where it can, and looks some times a second whether it had to: it kills one process,
 * the rest must be told. Where the kernel cannot, the processes' memory is looked at, more often. Either way the machine
 * is guarded from all of them together.
 */
export function holdMemory(bytes: number): MemoryHold {
  const group = memoryGroups.take(bytes)
  let watched: number | undefined
  let timer: NodeJS.Timeout | undefined
  let unguard = (): void => {}
  const ranOut = (): boolean => {
    if (group) return group.ranOut()
    return watched !== undefined && memoryOfTree(watched) > bytes
  }
  return {
    entry: group?.entry,
    watch(pid, onTooMuch) {
      if (pid === undefined) return
      watched = pid
      unguard = guardMachine({ pid, onTooMuch })
      timer = setInterval(() => ranOut() && onTooMuch(), group ? seldom : often)
    },
    ranOut,
    end() {
      clearInterval(timer)
      unguard()
      group?.release()
    },
  }
}

/** Milliseconds. Where the kernel holds the memory, nothing grows in between. */
const [seldom, often] = [200, 50]

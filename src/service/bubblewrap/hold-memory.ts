import { createMemoryGroup } from './memory-group.ts'
import { memoryOfTree } from './memory-of-tree.ts'

/** Keeps a process and all that comes from it to so much memory. */
export interface MemoryHold {
  /** Of the one process from which all others come, before it has begun. */
  add(pid: number): void
  end(): void
}

/**
 * Lets the kernel see to the limit where it can, and looks some times a second as well: the kernel kills one process,
 * the rest must be told. For programs whose address space says nothing of the memory they use.
 */
export function holdMemory(bytes: number, onTooMuch: () => void): MemoryHold {
  const group = createMemoryGroup(bytes)
  let root: number | undefined
  const timer = setInterval(() => {
    if (group?.ranOut() || (root !== undefined && memoryOfTree(root) > bytes)) onTooMuch()
  }, milliseconds)
  return {
    add(pid) {
      root = pid
      group?.add(pid)
    },
    end() {
      clearInterval(timer)
      group?.remove()
    },
  }
}

const milliseconds = 40

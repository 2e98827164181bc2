import type { StopReason } from '#protocol/compile.ts'
import { noteCrash } from '../crash-log.ts'
import type { JobResult } from '../sandbox.ts'
import { SandboxBusy } from './sandbox-error.ts'

/** What is left of a process whose command was run. */
export interface Remains {
  /** Exit code; 128 + number if a signal ended it. */
  code: number
  stdout: Uint8Array
  stderr: string
  isCut?: boolean
}

/**
 * Who has killed a process of a job of which we do not know that it came to its limit of memory: the kernel, where it
 * does not count what each job has, else others: somebody on the machine, or a module that kills its own.
 */
export type Killer = 'kernel' | 'others'

/**
 * Tells a command that came to its end from one that ran into a limit or died. Throws `SandboxBusy` if others have killed
 * it, which says nothing of the program.
 */
export function toJobResult(remains: Remains, killer: Killer): JobResult {
  const { code, stderr } = remains
  const reason = code > 128 ? (reasonOfSignal(code - 128, killer) ?? 'crash') : undefined
  if (!reason) return { kind: 'exited', ...remains }
  if (ranOutOfMemory(stderr)) return { kind: 'stopped', reason: 'memory' }
  if (reason === 'killed') throw new SandboxBusy('others have killed a process in the sandbox')
  if (reason === 'crash') noteCrash({ code, stderr })
  return { kind: 'stopped', reason }
}

/** SIGXCPU and SIGXFSZ come from the limits. */
function reasonOfSignal(signal: number, killer: Killer): StopReason | 'killed' | undefined {
  if (signal === 9) return killer === 'kernel' ? 'memory' : 'killed'
  return ({ 24: 'time', 25: 'output' } as const)[signal]
}

function ranOutOfMemory(stderr: string): boolean {
  const lines = `\n${stderr}`
  return outOfMemory.some((words) => lines.includes(words))
}

/** The last words of Rust, LLVM and C++ programs that abort because they get no memory. */
const outOfMemory = ['\nmemory allocation of ', '\nLLVM ERROR: out of memory', "'std::bad_alloc'"]

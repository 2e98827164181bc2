import type { StopReason } from '#protocol/compile.ts'
import { noteCrash } from '../crash-log.ts'
import type { JobResult } from '../sandbox.ts'

/** What is left of a process whose command was run. */
export interface Remains {
  /** Exit code; 128 + number if a signal ended it. */
  code: number
  stdout: Uint8Array
  stderr: string
}

/** Tells a command that came to its end from one that ran into a limit or died. */
export function toJobResult({ code, stdout, stderr }: Remains): JobResult {
  const reason = code > 128 ? (reasonOfSignal[code - 128] ?? 'crash') : undefined
  if (!reason) return { kind: 'exited', code, stdout, stderr }
  if (ranOutOfMemory(stderr)) return { kind: 'stopped', reason: 'memory' }
  if (reason === 'crash') noteCrash({ code, stderr })
  return { kind: 'stopped', reason }
}

/** SIGKILL comes from the kernel when memory is short, SIGXCPU and SIGXFSZ from the limits. */
const reasonOfSignal: Partial<Record<number, StopReason>> = { 9: 'memory', 24: 'time', 25: 'output' }

function ranOutOfMemory(stderr: string): boolean {
  const lines = `\n${stderr}`
  return outOfMemory.some((words) => lines.includes(words))
}

/** The last words of Rust, LLVM and C++ programs that abort because they get no memory. */
const outOfMemory = ['\nmemory allocation of ', '\nLLVM ERROR: out of memory', "'std::bad_alloc'"]

import type { StopReason } from '#protocol/compile.ts'
import { programLimits } from '../programs/run-program.ts'

/** Says why a guest's program, or its compiler, was stopped: a line for the end of what it wrote. */
export function describeStopped(what: 'program' | 'compiler', reason: StopReason): string {
  return `error: the ${what} was stopped: ${reasons[what][reason]}\n`
}

const reasons = {
  compiler: {
    time: 'this program takes too long to compile',
    memory: 'this program needs too much memory to compile',
    output: 'it had too much to say about this program',
    crash: 'it crashed on this program',
  },
  program: {
    time: `it ran for longer than ${programLimits.wallSeconds} seconds`,
    memory: 'it needed too much memory',
    output: 'it wrote too much',
    crash: 'it crashed',
  },
}

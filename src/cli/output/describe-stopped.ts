import type { StopReason } from '#protocol/compile.ts'

/** Says why something was stopped by its limits. */
export function describeStopped(what: 'compiler' | 'kernel' | 'formatter', reason: StopReason): string {
  return `The ${what} was stopped: ${reasons[reason]}.`
}

const reasons: Record<StopReason, string> = {
  time: 'it took too long, perhaps in something that does not end',
  memory: 'it needed more memory than it may have',
  output: 'it wrote more than anybody reads',
  crash: 'it broke down itself, which need not be the fault of your code',
}

import type { Fix } from '#protocol/diagnostic.ts'

/** Whether rustc vouches for a fix, so that one click may make it. */
export function isSureFix({ applicability }: Fix): boolean {
  return applicability === 'MachineApplicable'
}

import { explainSandboxError } from '../bubblewrap/check-sandbox.ts'
import { SandboxError } from '../bubblewrap/sandbox-error.ts'
import { ToolroomError } from './toolroom-error.ts'

/** Why there is no toolroom, and what its owner can do. */
export interface Failure {
  reason: string
  remedy: string
}

/** Says what an error means to the owner of the machine; nothing if it is a mistake of ours. */
export function explainFailure(error: unknown): Failure | undefined {
  const { message, code = '' } = error as NodeJS.ErrnoException
  if (error instanceof ToolroomError) return { reason: message, remedy: error.remedy }
  if (error instanceof SandboxError) return explainSandboxError(error)
  const remedy = fileRemedies[code]
  return remedy === undefined ? undefined : { reason: message, remedy }
}

const otherFolder = 'Set NO_OOPS_CACHE to a folder that you may write to.'

const fileRemedies: Record<string, string> = {
  EACCES: otherFolder,
  EPERM: otherFolder,
  EROFS: otherFolder,
  ENOTDIR: otherFolder,
  EEXIST: otherFolder,
  ENOENT: 'Look at the path.',
  ENOSPC:
    'Make room on the disk: 2 GB while the toolroom is made, 5 GB with its kernels. Or set NO_OOPS_CACHE to a folder on another disk.',
}

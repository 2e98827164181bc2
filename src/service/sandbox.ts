import type { StopReason } from '#protocol/compile.ts'
import type { StoredFile } from './stored-file.ts'

/** A closed world without network, host files or memory of the last job, in which one command is run. */
export interface Sandbox {
  /** Rejects with `AbortError` if the signal fires; never because of what the command did. */
  run(job: Job, signal?: AbortSignal): Promise<JobResult>
}

/** A command of the toolroom and the files it finds, read-only, in its working directory `/work`. `/tmp` is writable. */
export interface Job {
  command: string[]
  /** Path → content; the paths are plain names as in `SourceFiles`. */
  files: Record<string, string | Uint8Array | StoredFile>
  /** Is given standard output as it comes. */
  onStdout?: (chunk: Uint8Array) => void
}

export type JobResult =
  | { kind: 'exited'; code: number; stdout: Uint8Array; stderr: string }
  | { kind: 'stopped'; reason: StopReason }

import type { SourceFiles, StopReason } from '#protocol/compile.ts'

/** A closed world without network, host files or memory of the last job, in which one command is run. */
export interface Sandbox {
  /** Rejects with `AbortError` if the signal fires; never because of what the command did. */
  run(job: Job, signal?: AbortSignal): Promise<Ended>
}

/** A command of the toolroom and the files it finds, read-only, in its working directory `/work`. `/tmp` is writable. */
export interface Job {
  command: string[]
  files: SourceFiles
}

export type Ended =
  | { kind: 'exited'; code: number; stdout: Uint8Array; stderr: string }
  | { kind: 'stopped'; reason: StopReason }

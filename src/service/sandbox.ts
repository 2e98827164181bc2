import type { Readable } from 'node:stream'
import type { StopReason } from '#protocol/compile.ts'
import type { StoredFile } from './file-store.ts'

/** Runs each command in a closed world of its own: no network, no files of the host, nothing that an earlier job left. */
export interface Sandbox {
  /**
   * Resolves when the command has ended, however it did. Rejects with `AbortError` if the signal fires, and with
   * `SandboxError` on a machine that does not allow a sandbox.
   */
  run(job: Job, signal?: AbortSignal): Promise<JobResult>
}

/** A command of the toolroom and the files that it finds, read-only, in its working directory `/work`. `/tmp` is writable. */
export interface Job {
  command: string[]
  /** Path → content; the paths are plain names as in `SourceFiles`. */
  files: Record<string, string | Uint8Array | StoredFile>
  /** For a program that asks how far the stack of its first thread reaches, as rustfmt's parser does; rustc's has others. */
  needsStackBounds?: boolean
  /** What it writes to standard error beyond the limit is dropped, for a compiler that has much to tell; else it is stopped there. */
  mayBeCut?: boolean
  /** What is sent to it while it runs, for a command that waits. It never reads an end of either. */
  inputs?: JobInputs
  /** Is called with each piece of standard output as it comes; the result has all of them as well. */
  onStdout?: (chunk: Uint8Array) => void
}

export interface JobInputs {
  /** Its standard input. */
  console: Readable
  /** Comes by the descriptor `parcelFd`; the time that the job may take counts from its first piece. */
  parcel: Readable
}

export const parcelFd = 6

/** How a command ended: by itself with an exit code, or because it came to a limit or crashed. `isCut` where lines of `stderr` were dropped. */
export type JobResult =
  | { kind: 'exited'; code: number; stdout: Uint8Array; stderr: string; isCut?: boolean }
  | { kind: 'stopped'; reason: StopReason }

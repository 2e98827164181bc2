/** What one job may use. */
export interface Limits {
  wallSeconds: number
  /** For a job that waits for its parcel, until that comes; `wallSeconds` count from then on. */
  waitSeconds: number
  cpuSeconds: number
  addressSpaceBytes: number | 'unlimited'
  /** Memory that all processes of the job have together, with their files in `/tmp` and what the kernel holds for them. */
  memoryBytes: number
  /** The largest file that may be written. */
  fileBytes: number
  /** All files in `/tmp` together. */
  tmpBytes: number
  openFiles: number
  processes: number
  /** Signals that wait, and timers. */
  queuedSignals: number
  stdoutBytes: number
  stderrBytes: number
}

const MiB = 1024 * 1024

export const defaultLimits: Limits = {
  wallSeconds: 8,
  waitSeconds: 8,
  cpuSeconds: 5,
  addressSpaceBytes: 1024 * MiB,
  // As much as one process can address: only several come to this limit.
  memoryBytes: 1024 * MiB,
  fileBytes: 32 * MiB,
  tmpBytes: 64 * MiB,
  openFiles: 256,
  // A build takes ten: the shell, rustc with its threads, the linker.
  processes: 24,
  queuedSignals: 64,
  // A program with its tests and std's map and vector has half of one.
  stdoutBytes: 4 * MiB,
  stderrBytes: MiB,
}

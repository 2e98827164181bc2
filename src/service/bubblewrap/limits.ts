/** What one job may use. */
export interface Limits {
  wallSeconds: number
  cpuSeconds: number
  addressSpaceBytes: number | 'unlimited'
  /** Memory that all processes of the job have together; is looked at some times a second. */
  memoryBytes: number | 'unlimited'
  /** The largest file that may be written. */
  fileBytes: number
  /** All files in `/tmp` together. */
  tmpBytes: number
  openFiles: number
  processes: number
  stdoutBytes: number
  stderrBytes: number
}

const MiB = 1024 * 1024

export const defaultLimits: Limits = {
  wallSeconds: 8,
  cpuSeconds: 5,
  addressSpaceBytes: 1024 * MiB,
  // Processes times address space is the limit where the address space has one.
  memoryBytes: 'unlimited',
  fileBytes: 32 * MiB,
  tmpBytes: 64 * MiB,
  openFiles: 256,
  // A build takes ten: the shell, rustc with its threads, the linker.
  processes: 24,
  // A program with its tests and std's map and vector has half of one.
  stdoutBytes: 4 * MiB,
  stderrBytes: MiB,
}

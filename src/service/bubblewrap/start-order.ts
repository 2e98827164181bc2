/** What the process that starts others is asked for. */
export interface StartOrder {
  id: number
  command: string[]
  /** What the process gets from descriptor 0 on. */
  descriptors: (FileToOpen | 'none')[]
  user: { uid?: number; gid?: number }
  /** Where its programs are, as in `PATH`. */
  path: string | undefined
}

/** A file or a pipe that is opened for a process, and how, such as `O_WRONLY`. */
export interface FileToOpen {
  path: string
  flags: number
}

/** What it says of an order: the process was started, could not be, or has ended. */
export type StartNews = { id: number } & (
  | { kind: 'started'; pid: number }
  | { kind: 'failed'; message: string }
  | { kind: 'ended'; signal: NodeJS.Signals | null }
)

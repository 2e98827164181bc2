/** A place in which the reader's files can be worked on with commands: our own engine, or a WebContainer. */
export interface Workspace {
  files: WorkspaceFiles
  /** Starts a command in the folder of the project; one that is not there ends with 127. */
  spawn(command: string, args: string[], options?: SpawnOptions): Promise<WorkspaceProcess>
  /** Starts a shell that is typed into. */
  terminal(options: TerminalOptions): Promise<WorkspaceProcess>
  /** Ends all processes; nothing else may be asked after it. */
  end(): Promise<void>
}

/** The files of the project. Paths are relative to its folder, with `/` between names. */
export interface WorkspaceFiles {
  /** The paths of all files, sorted; a folder without files is not told. */
  list(): Promise<string[]>
  /** Gives undefined where there is no such file. */
  read(path: string): Promise<Uint8Array | undefined>
  /** Makes the folders above it, too. */
  write(path: string, content: string | Uint8Array): Promise<void>
  rename(from: string, to: string): Promise<void>
  /** Removes a file or a folder with all that is in it; what is not there is fine. */
  remove(path: string): Promise<void>
  /** Calls back after something changed, whoever did it; gives how to end that. */
  watch(onChange: (change: FileChange) => void): () => void
}

/** `path` has been written or removed, or `unknown`: look at all files. */
export type FileChange = { kind: 'path'; path: string } | { kind: 'unknown' }

export interface SpawnOptions {
  /** Is told what the command writes, of both of its outputs, as it comes. */
  onOutput?(text: string): void
}

export interface TerminalOptions {
  size: WorkspaceSize
  onOutput(text: string): void
}

export interface WorkspaceSize {
  rows: number
  columns: number
}

/** Something that runs. What is asked of it after its end is ignored. */
export interface WorkspaceProcess {
  /** Its exit code. */
  exit: Promise<number>
  input(text: string): void
  resize(size: WorkspaceSize): void
  kill(): void
}

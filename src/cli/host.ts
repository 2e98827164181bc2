import type { Runner } from '#playground/backends/runners/runner.ts'
import type { Fetch } from '#playground/backends/send-request.ts'

/** Where the commands run, such as Node or a Worker of a page: all that they have of the world outside. */
export interface Host {
  files: Files
  fetch: Fetch
  /** Opens the platform's WebSocket. */
  openSocket(url: URL): WebSocket
  stdin: Input
  stdout: Output
  stderr: Output
  env: Record<string, string | undefined>
  /** Runs userspace programs, which are WebAssembly. */
  runner: Runner
  /** Fires when the user interrupts, as by Ctrl-C. */
  signal: AbortSignal
}

/** A stream that is written to. */
export interface Output {
  write(text: string): void
  isTty: boolean
  /** Of a terminal; 80 where nobody knows. */
  columns: number
  /** Of a terminal; 24 where nobody knows. */
  rows: number
}

/** Standard input. */
export interface Input {
  isTty: boolean
  /** All of it. Rejects if the signal fires. */
  readAll(signal: AbortSignal): Promise<Uint8Array>
  /** Takes each key as it is typed, until the signal fires; no key, not even Ctrl-C, does anything else meanwhile. */
  readKeys(onText: (text: string) => void, signal: AbortSignal): void
  /** Calls back when the size of the terminal changes, until the signal fires. */
  onResize(onSize: () => void, signal: AbortSignal): void
}

/** Files by paths as the user gives them, with `/` between names: absolute, or from the current folder. Reading and writing rejects with a `FileError`. */
export interface Files {
  /** Undefined where there is nothing. Follows links. */
  stat(path: string): Promise<FileStat | undefined>
  read(path: string): Promise<Uint8Array>
  /** The names in a folder, in their order; links are left out. */
  list(folder: string): Promise<string[]>
  /** Makes the folders above it. What was there stays whole until the new is. */
  write(path: string, content: string | Uint8Array): Promise<void>
  /** A URL with which a terminal opens the file; undefined where it could not. */
  addressOf(path: string): string | undefined
  /** Calls back when something at or below the path changes, perhaps several times for one change, until the signal fires. */
  watch(path: string, onChange: () => void, signal: AbortSignal): void
}

export type FileStat = { kind: 'file'; bytes: number } | { kind: 'folder' }

/** What could not be done with a file; its message is a sentence for the user. */
export class FileError extends Error {}

import type { WorkspaceSize } from '../../workspace.ts'
import type { FileTree } from '../file-tree.ts'

/** A command of the shell; gives its exit code. What it throws is told as its failure. */
export type Command = (context: CommandContext) => Promise<number> | number

/** What a command has at hand. */
export interface CommandContext extends Streams {
  /** Without its own name. */
  args: string[]
  tree: FileTree
  /** The folder it works in, an absolute path. */
  folder: string
  env: Record<string, string>
  /** Fires when the reader ends it, such as by Ctrl-C. */
  signal: AbortSignal
  size(): WorkspaceSize
  /** What only commands of the shell itself change. */
  shell: ShellState
}

/** The inputs and outputs of a command. */
export interface Streams {
  stdin: ShellInput
  stdout: ShellOutput
  stderr: ShellOutput
}

export interface ShellOutput {
  write(text: string): void
  /** Goes to a terminal, not into a file or another command. */
  isTerminal: boolean
}

export interface ShellInput {
  isTerminal: boolean
  /** All of it; from a terminal, what is typed until Ctrl-D. */
  readAll(): Promise<string>
  /** Of a terminal: each key as it is typed, until the signal fires. */
  readKeys(onText: (text: string) => void, signal: AbortSignal): void
}

/** What stays from one line to the next. */
export interface ShellState {
  folder: string
  env: Record<string, string>
  /** Exit code of the last command, `$?`. */
  last: number
  history: string[]
  commands: ReadonlyMap<string, Command>
  /** Is set when the shell is to end. */
  exit?: number
}

/** An input with nothing in it, or with a text. */
export function textInput(text = ''): ShellInput {
  return { isTerminal: false, readAll: () => Promise.resolve(text), readKeys: () => {} }
}

import type { FileChange, WorkspaceSize } from '../workspace.ts'
import { createFileTree, type FileTree } from './file-tree.ts'
import { resolvePath } from './resolve-path.ts'
import { type Command, type ShellOutput, type ShellState, textInput } from './shell/command.ts'
import { shellCommands } from './shell/commands/shell-commands.ts'
import { startInteractiveShell } from './shell/interactive-shell.ts'
import { notFound, run } from './shell/run-line.ts'

/** The far side of our own engine: files in memory, and a small shell. It runs in a Worker, and imports nothing of a page. */
export interface Engine {
  list(): string[]
  read(path: string): Uint8Array | undefined
  write(path: string, content: Uint8Array): void
  rename(from: string, to: string): void
  remove(path: string): void
  watch(onChange: (change: FileChange) => void): void
  /** Without a command: a shell to type into. */
  start(command: StartedCommand, onOutput: (text: string) => void): RunningCommand
}

export interface StartedCommand {
  /** With its arguments; undefined for a shell. */
  words?: string[]
  size: WorkspaceSize
}

/** Something that runs in the engine. */
export interface RunningCommand {
  exit: Promise<number>
  input(text: string): void
  resize(size: WorkspaceSize): void
  kill(): void
}

/** What the engine has beside the commands of the shell. */
export interface EngineOptions {
  commands?: Record<string, Command>
  env?: Record<string, string>
}

/** Creates an engine without files. */
export function createEngine({ commands = {}, env = {} }: EngineOptions = {}): Engine {
  const tree = createFileTree()
  const known = new Map(Object.entries({ ...shellCommands, ...commands }))
  const toPath = (path: string) => resolvePath('/', path)
  const newShell = (): ShellState => ({
    ...{ folder: '/', env: { HOME: '/', ...env }, last: 0, history: [], commands: known },
  })
  return {
    list: () => tree.all().map((path) => path.slice(1)),
    read: (path) => (tree.stat(toPath(path))?.kind === 'file' ? tree.read(toPath(path)) : undefined),
    write: (path, content) => tree.write(toPath(path), content),
    rename: (from, to) => tree.rename(toPath(from), toPath(to)),
    remove(path) {
      if (tree.stat(toPath(path))) tree.remove(toPath(path))
    },
    watch: (onChange) => void tree.watch((path) => onChange({ kind: 'path', path: path.slice(1) })),
    start({ words, size }, onOutput) {
      const live = { size }
      const running = words
        ? startCommand({ tree, shell: newShell(), words, onOutput, size: () => live.size })
        : startTerminal({ tree, shell: newShell(), onOutput, size: () => live.size })
      return { ...running, resize: (next) => void (live.size = next) }
    },
  }
}

interface Start {
  tree: FileTree
  shell: ShellState
  onOutput(text: string): void
  size(): WorkspaceSize
}

function startTerminal({ tree, shell, onOutput, size }: Start): Omit<RunningCommand, 'resize'> {
  const { type, kill, exit } = startInteractiveShell({ tree, shell, size, write: onOutput })
  return { input: type, kill, exit }
}

function startCommand({ tree, shell, words, onOutput, size }: Start & { words: string[] }) {
  const [name = '', ...args] = words
  const ending = new AbortController()
  const output: ShellOutput = { isTerminal: false, write: onOutput }
  const command = shell.commands.get(name)
  const killed = new Promise<number>((resolve) =>
    ending.signal.addEventListener('abort', () => resolve(137), { once: true }),
  )
  const ended = command
    ? run(command, {
        ...{ name, args, tree, shell, size, folder: '/', env: shell.env, signal: ending.signal },
        ...{ stdin: textInput(), stdout: output, stderr: output },
      })
    : Promise.resolve(notFound(name, output))
  return { exit: Promise.race([ended, killed]), input: () => {}, kill: () => ending.abort() }
}

import type { WorkspaceSize } from '../../workspace.ts'
import type { FileTree } from '../file-tree.ts'
import type { ShellInput, ShellState } from './command.ts'
import { commonStart, complete } from './complete.ts'
import { createLineEditor, type LineEditor } from './line-editor.ts'
import { readKeys } from './read-keys.ts'
import { runLine } from './run-line.ts'

/** A shell that is typed into. */
export interface InteractiveShell {
  /** What was typed. */
  type(text: string): void
  /** Ends what runs, and the shell. */
  kill(): void
  exit: Promise<number>
}

export interface InteractiveOptions {
  tree: FileTree
  shell: ShellState
  size(): WorkspaceSize
  write(text: string): void
}

/** What the keys go to: the line behind the prompt, a command that reads, or nobody yet. */
type Mode =
  | { kind: 'line'; line: LineEditor }
  | { kind: 'running' }
  | { kind: 'reading'; line: LineEditor; lines: string[]; done: (text: string) => void }
  | { kind: 'keys'; onText: (text: string) => void }

/** Starts a shell and shows its prompt. What is typed while a command runs waits for the next prompt. */
export function startInteractiveShell({ tree, shell, size, write }: InteractiveOptions): InteractiveShell {
  let mode: Mode = { kind: 'running' }
  let waiting: string[] = []
  let interrupt = new AbortController()
  const { promise: exit, resolve: end } = Promise.withResolvers<number>()
  const newLine = (prompt: string, history: readonly string[] = []) =>
    createLineEditor({ prompt, history, columns: () => size().columns, write })

  function prompt() {
    if (shell.exit !== undefined) return end(shell.exit)
    const line = newLine(`\x1b[92mno-oops\x1b[0m:\x1b[94m${shell.folder}\x1b[0m$ `, shell.history)
    mode = { kind: 'line', line }
    line.show()
    const keys = waiting
    waiting = []
    keys.forEach(press)
  }
  async function execute(text: string) {
    if (text.trim() === '') return prompt()
    if (shell.history.at(-1) !== text) shell.history.push(text)
    mode = { kind: 'running' }
    interrupt = new AbortController()
    const output = { isTerminal: true, write: (text: string) => write(text.replaceAll(/\r?\n/g, '\r\n')) }
    const streams = { stdin, stdout: output, stderr: output }
    await runLine(text, { tree, shell, streams, signal: interrupt.signal, size })
    prompt()
  }
  const stdin: ShellInput = {
    isTerminal: true,
    readAll: () =>
      new Promise((resolve) => {
        const done = (text: string) => ((mode = { kind: 'running' }), resolve(text))
        mode = { kind: 'reading', line: newLine(''), lines: [], done }
        interrupt.signal.addEventListener('abort', () => done(''), { once: true })
        const keys = waiting
        waiting = []
        keys.forEach(press)
      }),
    readKeys(onText, signal) {
      mode = { kind: 'keys', onText }
      signal.addEventListener('abort', () => (mode = { kind: 'running' }), { once: true })
    },
  }
  function press(key: string) {
    if (mode.kind === 'keys') return mode.onText(key)
    if (key === '\x03') return cancel()
    if (mode.kind === 'running') return void waiting.push(key)
    const asked = mode.line.press(key)
    if (mode.kind === 'reading') return read(mode, asked)
    if (asked === 'complete') return completeLine(mode.line)
    if (asked === 'end of input') return (write('exit\r\n'), end(shell.last))
    if (asked === 'enter') void execute(mode.line.text())
  }
  function cancel() {
    waiting = []
    write('^C\r\n')
    if (mode.kind === 'line') return ((shell.last = 130), prompt())
    interrupt.abort()
  }
  function read(reading: Extract<Mode, { kind: 'reading' }>, asked: ReturnType<LineEditor['press']>) {
    const { lines, line, done } = reading
    if (asked === 'end of input') return done(lines.map((it) => `${it}\n`).join(''))
    if (asked !== 'enter') return
    mode = { ...reading, line: newLine(''), lines: [...lines, line.text()] }
  }
  function completeLine(line: LineEditor) {
    const { word, choices } = complete(line.beforeCursor(), shell, tree)
    const common = commonStart(choices)
    if (common.length > word.length) line.insert(common.slice(word.length))
    const [only] = choices
    if (choices.length === 1 && !only!.endsWith('/')) line.insert(' ')
    if (choices.length < 2 || common.length > word.length) return
    write(`\r\n${choices.join('  ')}\r\n`)
    line.show()
  }
  prompt()
  return {
    exit,
    type: (text) => (mode.kind === 'keys' ? mode.onText(text) : readKeys(text).forEach(press)),
    kill: () => (interrupt.abort(), end(137)),
  }
}

import { runCommandLine } from '#cli/run-command-line.ts'
import { FileError, type Files, type Host, type Input, type Output } from '#cli/host.ts'
import { createWasmRunner } from '../../backends/runners/wasm-runner.ts'
import { FileFault } from './file-tree.ts'
import { resolvePath } from './resolve-path.ts'
import type { Command, CommandContext, ShellOutput } from './shell/command.ts'

/** The command `no-oops`, on the files of the engine. */
export const noOops: Command = (context) => runCommandLine(context.args, toHost(context))

function toHost(context: CommandContext): Host {
  const { env, signal, stdout, stderr } = context
  return {
    files: toFiles(context),
    fetch: (...request) => fetch(...request),
    openSocket: (url) => new WebSocket(url),
    stdin: toInput(context),
    stdout: toOutput(context, stdout),
    stderr: toOutput(context, stderr),
    env: { TERM: 'xterm-256color', ...env },
    runner: createWasmRunner(),
    signal,
  }
}

function toFiles({ tree, folder }: CommandContext): Files {
  const at = (path: string) => resolvePath(folder, path)
  return {
    stat: (path) => Promise.resolve(tree.stat(at(path))),
    read: (path) => attempt(path, () => tree.read(at(path))),
    list: (path) => attempt(path, () => tree.list(at(path))),
    write: (path, content) => attempt(path, () => tree.write(at(path), toBytes(content))),
    addressOf: () => undefined,
    watch(path, onChange, signal) {
      const top = at(path)
      const stop = tree.watch((changed) => {
        if (changed === top || top === '/' || changed.startsWith(`${top}/`)) onChange()
      })
      signal.addEventListener('abort', stop, { once: true })
    },
  }
}

async function attempt<Result>(path: string, act: () => Result): Promise<Result> {
  try {
    return act()
  } catch (error) {
    if (error instanceof FileFault) throw new FileError(`«${path}»: ${error.message}.`)
    throw error
  }
}

function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

function toInput({ stdin, size }: CommandContext): Input {
  return {
    isTty: stdin.isTerminal,
    readAll: async () => new TextEncoder().encode(await stdin.readAll()),
    readKeys: (onText, signal) => stdin.readKeys(onText, signal),
    onResize(onSize, signal) {
      let last = JSON.stringify(size())
      const timer = setInterval(() => {
        const now = JSON.stringify(size())
        if (now !== last) onSize()
        last = now
      }, lookMilliseconds)
      signal.addEventListener('abort', () => clearInterval(timer), { once: true })
    },
  }
}

/** A terminal is seldom drawn to another size, and who does it waits for the end of that. */
const lookMilliseconds = 300

function toOutput({ size }: CommandContext, output: ShellOutput): Output {
  return {
    write: (text) => output.write(text),
    isTty: output.isTerminal,
    get columns() {
      return size().columns
    },
    get rows() {
      return size().rows
    },
  }
}

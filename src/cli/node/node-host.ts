import { createWorkerRunner } from '#playground/backends/runners/worker-runner.ts'
import type { Host, Output } from '../host.ts'
import { nodeFiles } from './node-files.ts'
import { createNodeInput } from './node-input.ts'
import { startProgramWorker } from './program-worker.ts'

/** Makes the host that Node is. `main` is the file that the process began with: its workers begin there, too. */
export function createNodeHost(main: URL): Host {
  endQuietlyWithPipes()
  return {
    files: nodeFiles,
    fetch: globalThis.fetch,
    openSocket: (url) => new WebSocket(url),
    stdin: createNodeInput(process.stdin),
    stdout: toOutput(process.stdout),
    stderr: toOutput(process.stderr),
    env: process.env,
    runner: createWorkerRunner(() => startProgramWorker(main)),
    signal: interruptSignal(),
  }
}

function toOutput(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    get isTty() {
      return stream.isTTY ?? false
    },
    get columns() {
      return stream.columns || 80
    },
    get rows() {
      return stream.rows || 24
    },
  }
}

/** The first signal ends what is being done in good order, and so with the service; the second the process. */
function interruptSignal(): AbortSignal {
  const interrupt = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (interrupt.signal.aborted) process.exit(130)
      interrupt.abort()
    })
  }
  return interrupt.signal
}

/** Who reads no more, such as `head`, has had enough: the code is that of a process which SIGPIPE has ended. */
function endQuietlyWithPipes() {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 141 : 1))
  }
}

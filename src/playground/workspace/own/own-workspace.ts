import { type Endpoint, proxy, type Remote, wrap } from 'comlink'
import type { Workspace, WorkspaceProcess } from '../workspace.ts'
import type { StartedCommand } from './engine.ts'
import type { SharedEngine } from './share-engine.ts'

/** Makes a workspace of the engine at the other end of a Worker or a port; `close` ends that. */
export function createOwnWorkspace(endpoint: Endpoint, close: () => void): Workspace {
  const engine = wrap<SharedEngine>(endpoint)
  const start = (command: StartedCommand, onOutput: (text: string) => void) =>
    toProcess(engine, command, onOutput)
  return {
    files: {
      list: () => engine.list(),
      read: (path) => engine.read(path),
      write: (path, content) =>
        engine.write(path, typeof content === 'string' ? new TextEncoder().encode(content) : content),
      rename: (from, to) => engine.rename(from, to),
      remove: (path) => engine.remove(path),
      watch(onChange) {
        let isOn = true
        void engine.watch(proxy((change) => void (isOn && onChange(change))))
        return () => void (isOn = false)
      },
    },
    spawn: (command, args, { onOutput = () => {} } = {}) =>
      start({ words: [command, ...args], size: { rows: 24, columns: 80 } }, onOutput),
    terminal: ({ size, onOutput }) => start({ size }, onOutput),
    end: () => Promise.resolve(close()),
  }
}

async function toProcess(
  engine: Remote<SharedEngine>,
  command: StartedCommand,
  onOutput: (text: string) => void,
): Promise<WorkspaceProcess> {
  const running = await engine.start(command, proxy(onOutput))
  return {
    exit: running.waitForExit(),
    input: (text) => void running.input(text),
    resize: (size) => void running.resize(size),
    kill: () => void running.kill(),
  }
}

import { expose, type Endpoint, type ProxyMarked, proxy } from 'comlink'
import type { Engine, RunningCommand, StartedCommand } from './engine.ts'

/** An engine as the other end of a port sees it: what runs stays here. */
export interface SharedEngine extends Omit<Engine, 'start'> {
  start(command: StartedCommand, onOutput: (text: string) => void): SharedCommand
}

export interface SharedCommand extends Omit<RunningCommand, 'exit'>, ProxyMarked {
  waitForExit(): Promise<number>
}

/** Lets the other end of a port use an engine. */
export function shareEngine(engine: Engine, endpoint?: Endpoint): void {
  const shared: SharedEngine = {
    ...engine,
    start(command, onOutput) {
      const { exit, ...running } = engine.start(command, onOutput)
      return proxy({ ...running, waitForExit: () => exit })
    },
  }
  expose(shared, endpoint)
}

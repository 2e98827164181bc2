import { fork, type ChildProcess } from 'node:child_process'
import { attempt } from './control-groups.ts'
import { priorityOfSandboxes } from './priority.ts'
import { SandboxBusy, toSandboxError } from './sandbox-error.ts'
import { sandboxPrefix } from './sandbox-name.ts'
import type { StartNews, StartOrder } from './start-order.ts'

/** A process that was started. */
export interface StartedProcess {
  pid: number
  hasEnded(): boolean
  /** Settles when it has ended, with the signal that it died of. */
  ended: Promise<NodeJS.Signals | null>
}

/**
 * Starts a process. What is opened for it has to be there until it is started. Rejects with `SandboxBusy` or `SandboxError`
 * if it cannot be. A small process does it for the service: to start one, the kernel copies the tables of all memory, and
 * everybody waits until the new one has its program, tens of milliseconds on a busy machine.
 */
export async function startProcess(order: NewOrder): Promise<StartedProcess> {
  starter ??= openStarter()
  return starter.start(order)
}

/** Starts what starts others, so that it is there when the first one is needed; else that one starts it. */
export function prepareStarter(): void {
  if (process.platform === 'linux') attempt(() => (starter ??= openStarter()))
}

/** Others have killed what starts processes; nobody knows whether it had started this one. */
export class StarterLost extends SandboxBusy {}

let starter: Starter | undefined

type NewOrder = Omit<StartOrder, 'id' | 'path'>

interface Starter {
  start(order: NewOrder): Promise<StartedProcess>
}

/** Those who wait for news of an order. */
interface Waiting {
  started(pid: number): void
  failed(error: Error): void
  ended(signal: NodeJS.Signals | null): void
  /** All that was started dies with what has started it. */
  lost(): void
}

function openStarter(): Starter {
  const child = forkStarter()
  const waiting = new Map<number, Waiting>()
  let count = 0
  child.on('message', (news) => {
    hear(waiting, news as StartNews)
    if (waiting.size === 0) child.channel?.unref()
  })
  const gone = (): void => {
    if (starter === opened) starter = undefined
    for (const { lost } of waiting.values()) lost()
    waiting.clear()
  }
  child.on('error', gone)
  child.on('exit', gone)
  const opened: Starter = {
    start(order) {
      count += 1
      const { promise, entry } = createWaiting()
      waiting.set(count, entry)
      // One that was stopped, or hangs, is replaced: nobody may wait for ever.
      const late = setTimeout(() => child.kill('SIGKILL'), longestStart)
      void promise.catch(() => {}).finally(() => clearTimeout(late))
      child.channel?.ref()
      const all: StartOrder = { ...order, id: count, path: process.env.PATH }
      child.send(all, (error) => error && entry.lost())
      return promise
    },
  }
  return opened
}

/** Milliseconds. */
const longestStart = 10_000

function forkStarter(): ChildProcess {
  const priority = priorityOfSandboxes()
  const words = [`${sandboxPrefix}-0`, ...(priority === undefined ? [] : [`${priority}`])]
  const child = fork(new URL('starter-process.ts', import.meta.url), words, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Whoever kills the process group of the service does not mean this one.
    detached: true,
    cwd: '/',
    env: { PATH: process.env.PATH },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  child.on('error', () => {})
  if (child.pid === undefined) throw noStarter()
  child.unref()
  child.channel?.unref()
  return child
}

function noStarter(): StarterLost {
  return new StarterLost('what starts sandboxes could not be started, or was killed')
}

function hear(waiting: Map<number, Waiting>, news: StartNews): void {
  const entry = waiting.get(news.id)
  if (news.kind === 'started') return entry?.started(news.pid)
  waiting.delete(news.id)
  if (news.kind === 'ended') entry?.ended(news.signal)
  else entry?.failed(toSandboxError(`bwrap could not be started: ${news.message}`))
}

function createWaiting(): { promise: Promise<StartedProcess>; entry: Waiting } {
  const started = Promise.withResolvers<StartedProcess>()
  const ended = Promise.withResolvers<NodeJS.Signals | null>()
  let hasEnded = false
  const end = (signal: NodeJS.Signals | null): void => ((hasEnded = true), ended.resolve(signal))
  return {
    promise: started.promise,
    entry: {
      started: (pid) => started.resolve({ pid, hasEnded: () => hasEnded, ended: ended.promise }),
      failed: started.reject,
      ended: end,
      lost: () => (started.reject(noStarter()), end('SIGKILL')),
    },
  }
}

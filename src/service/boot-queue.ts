import { type Requester, QueueFull } from './queue.ts'

/** Runs so many boots at once, of many clients. Those who have used the least come first, and nobody takes all slots. */
export interface BootQueue {
  /**
   * Rejects with `QueueFull`, or with the signal's reason if that fires while the task waits; it never starts then. A task
   * that has started holds its slot until it settles.
   */
  run<Value>(task: () => Promise<Value>, requester: Requester, onPlace?: OnPlace): Promise<Value>
  /** Tasks that run now. */
  readonly running: number
  /** Tasks that have not begun. */
  readonly waiting: number
}

/** Is called when a task has waited for a moment, and whenever its place changes; so many tasks come before it. */
export type OnPlace = (ahead: number) => void

export interface BootQueueOptions {
  /** Slots: boots that run at once. */
  concurrency: number
  /** Boots of one client that run at once; more than one only while nobody else waits and a slot stays free. */
  perClient: number
  /** Boots that may wait, and as many again of clients who have none here. */
  limit: number
}

/** Makes an empty queue. */
export function createBootQueue({ concurrency, perClient, limit }: BootQueueOptions): BootQueue {
  const clients = createClients()
  let waiting: Waiting[] = []
  let running = 0

  function start() {
    waiting = clients.inOrder(waiting)
    for (let next = findNext(); next; next = findNext()) {
      leave(next)
      void hold(next)
      waiting = clients.inOrder(waiting)
    }
    waiting.forEach((entry, ahead) => entry.tellPlace(ahead))
  }
  function findNext(): Waiting | undefined {
    if (running >= concurrency) return undefined
    const first = waiting.find(({ client }) => clients.runningOf(client) === 0)
    if (first || running + 1 >= concurrency) return first
    return waiting.find(({ client }) => clients.runningOf(client) < perClient)
  }
  function leave(entry: Waiting) {
    entry.end()
    waiting = waiting.filter((other) => other !== entry)
  }
  async function hold({ client, run }: Waiting) {
    running += 1
    const end = clients.begin(client)
    await run()
    running -= 1
    end()
    start()
  }

  return {
    run<Value>(task: () => Promise<Value>, { client, signal }: Requester, onPlace: OnPlace = () => {}) {
      const isKnown = clients.runningOf(client) > 0 || waiting.some((entry) => entry.client === client)
      if (running >= concurrency && waiting.length >= (isKnown ? limit : 2 * limit))
        return Promise.reject(new QueueFull(Math.max(1, Math.ceil(waiting.length / concurrency))))
      return new Promise<Value>((resolve, reject) => {
        signal.throwIfAborted()
        const giveUp = () => (leave(entry), reject(signal.reason as Error), start())
        const run = async () => task().then(resolve, reject)
        const entry = createWaiting({ client, run, signal, giveUp, onPlace })
        waiting.push(entry)
        start()
      })
    },
    get running() {
      return running
    },
    get waiting() {
      return waiting.length
    },
  }
}

interface Waiting {
  client: string
  /** Settles, without a rejection, when the task has. */
  run(): Promise<void>
  tellPlace(ahead: number): void
  /** Is called when it waits no longer. */
  end(): void
}

/** Milliseconds; who waits for less has no use for a place. */
const moment = 100

function createWaiting(options: {
  client: string
  run: () => Promise<void>
  signal: AbortSignal
  giveUp: () => void
  onPlace: OnPlace
}): Waiting {
  const { client, run, signal, giveUp, onPlace } = options
  let [place, told]: [number, number | undefined] = [0, undefined]
  let isLong = false
  const tell = (): void => {
    if (isLong && place !== told) onPlace((told = place))
  }
  const timer = setTimeout(() => ((isLong = true), tell()), moment)
  signal.addEventListener('abort', giveUp)
  return {
    ...{ client, run },
    tellPlace: (ahead) => ((place = ahead), tell()),
    end: () => (clearTimeout(timer), signal.removeEventListener('abort', giveUp)),
  }
}

/** What each client runs now and has used of late. */
interface Clients {
  runningOf(client: string): number
  /** Counts a task as running; returns how to end that. */
  begin(client: string): () => void
  /** Those who run nothing come first, then those who have used less; tasks of one client count as used one after the other. */
  inOrder(waiting: Waiting[]): Waiting[]
}

/** In seconds: after so long, half of what was used is forgotten; and what a task is taken to use before it has run. */
const [halfLife, guess] = [60, 1]

function createClients(): Clients {
  const uses = new Map<string, Use>()
  const now = () => performance.now() / 1000
  const runningOf = (client: string) => uses.get(client)?.begun.size ?? 0

  function usedBy(client: string): number {
    const use = uses.get(client)
    if (!use) return 0
    return [...use.begun].reduce((sum, { at }) => sum + now() - at, use.seconds * decay(now() - use.since))
  }
  function forget() {
    for (const [client, { begun }] of uses) if (begun.size === 0 && usedBy(client) < 0.1) uses.delete(client)
  }
  return {
    runningOf,
    begin(client) {
      const use = uses.get(client) ?? { seconds: 0, since: now(), begun: new Set() }
      const task = { at: now() }
      uses.set(client, use)
      use.begun.add(task)
      return () => {
        Object.assign(use, {
          seconds: use.seconds * decay(now() - use.since) + now() - task.at,
          since: now(),
        })
        use.begun.delete(task)
        forget()
      }
    },
    inOrder(waiting) {
      const ranks = new Map<string, number>()
      const keyed = waiting.map((entry) => {
        const { client } = entry
        const rank = ranks.get(client) ?? usedBy(client)
        ranks.set(client, rank + guess)
        return { entry, isBusy: runningOf(client) > 0, rank }
      })
      const sorted = keyed.toSorted((a, b) => Number(a.isBusy) - Number(b.isBusy) || a.rank - b.rank)
      return sorted.map(({ entry }) => entry)
    },
  }
}

/** What a client has used up to a moment, and when each of its running tasks began; in seconds. */
interface Use {
  seconds: number
  since: number
  begun: Set<{ at: number }>
}

function decay(seconds: number): number {
  return 2 ** (-seconds / halfLife)
}

import PQueue from 'p-queue'

/** Runs so many tasks at once and lets so many wait. Clients take turns, however many tasks one of them has. */
export interface Queue {
  /**
   * Rejects with `QueueFull`, or with `AbortError` if the signal fires while the task waits: it never starts then. A
   * task that has started holds its place until it settles, and sees to the signal itself.
   */
  run<Value>(task: () => Promise<Value>, requester: Requester): Promise<Value>
  /** Tasks that run now. */
  readonly running: number
  /** Tasks that have not begun. */
  readonly waiting: number
}

/** Who wants a task to be done, and until when. */
export interface Requester {
  /** The address that rates and turns are counted by. */
  client: string
  /** Fires when the client has gone. */
  signal: AbortSignal
  /** Somebody who comes after all who are none, such as a reader of another course. */
  isGuest?: true
}

/** Thrown when no more may wait; `retryAfter` is a guess in seconds. */
export class QueueFull extends Error {
  readonly retryAfter: number
  constructor(retryAfter: number) {
    super('the queue is full')
    this.retryAfter = retryAfter
  }
}

export interface QueueOptions {
  /** Slots: tasks that run at once. */
  concurrency: number
  /** Tasks that may wait, and as many again of clients who have none in the queue. */
  limit: number
  /** Tasks a second and slot; only for Retry-After. */
  tasksPerSecond: number
}

/** Makes an empty queue. */
export function createQueue({ concurrency, limit, tasksPerSecond }: QueueOptions): Queue {
  const queue = new PQueue({ concurrency })
  const turns = createTurns()
  return {
    async run(task, { client, signal, isGuest }) {
      const mayWait = turns.has(client) ? limit : 2 * limit
      if (queue.pending >= concurrency && queue.size >= mayWait)
        throw new QueueFull(guessSeconds(queue, tasksPerSecond))
      const turn = turns.take(client)
      const wait = createWait(signal)
      const start = () => (wait.end(), turns.reach(turn), task())
      const priority = isGuest ? -turn - afterAll : -turn
      return queue.add(start, { signal: wait.signal, priority }).finally(() => turns.leave(client))
    },
    get running() {
      return queue.pending
    },
    get waiting() {
      return queue.size
    },
  }
}

/** More turns than there ever are. */
const afterAll = 2 ** 50

/** The queue frees the place of a task whose signal fires; what it has started may not have ended by then. */
function createWait(signal: AbortSignal): { signal: AbortSignal; end(): void } {
  const waiting = new AbortController()
  const leave = (): void => waiting.abort(signal.reason)
  if (signal.aborted) leave()
  signal.addEventListener('abort', leave)
  return { signal: waiting.signal, end: () => signal.removeEventListener('abort', leave) }
}

interface Turns {
  has(client: string): boolean
  /** The client's next turn: after its last one, and for a new client the one that comes next. */
  take(client: string): number
  reach(turn: number): void
  leave(client: string): void
}

function createTurns(): Turns {
  const clients = new Map<string, { last: number; open: number }>()
  let now = 0
  return {
    has: (client) => clients.has(client),
    take(client) {
      const { last, open } = clients.get(client) ?? { last: now, open: 0 }
      const turn = Math.max(now, last) + 1
      clients.set(client, { last: turn, open: open + 1 })
      return turn
    },
    reach(turn) {
      now = Math.max(now, turn)
    },
    leave(client) {
      const entry = clients.get(client)!
      entry.open -= 1
      if (entry.open === 0) clients.delete(client)
    },
  }
}

function guessSeconds({ size, concurrency }: PQueue, tasksPerSecond: number): number {
  return Math.max(1, Math.ceil(size / concurrency / tasksPerSecond))
}

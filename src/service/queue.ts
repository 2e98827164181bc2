import PQueue from 'p-queue'

/** Runs tasks, so many at once, and lets so many wait. */
export interface Queue {
  /** Rejects with `QueueFull`, or with `AbortError` if the signal fires; a task that still waits then never starts. */
  run<Value>(task: () => Promise<Value>, signal: AbortSignal): Promise<Value>
  readonly running: number
  readonly waiting: number
}

/** Thrown when no more may wait; `retryAfter` is a guess in seconds. */
export class QueueFull extends Error {
  readonly retryAfter: number
  constructor(retryAfter: number) {
    super('the queue is full')
    this.retryAfter = retryAfter
  }
}

/** Makes an empty queue. */
export function createQueue({ concurrency, limit }: { concurrency: number; limit: number }): Queue {
  const queue = new PQueue({ concurrency })
  return {
    async run(task, signal) {
      if (queue.pending >= concurrency && queue.size >= limit) throw new QueueFull(guessSeconds(queue))
      return queue.add(task, { signal })
    },
    get running() {
      return queue.pending
    },
    get waiting() {
      return queue.size
    },
  }
}

/** A core compiles about eight programs a second. */
function guessSeconds({ size, concurrency }: PQueue): number {
  return Math.max(1, Math.ceil(size / concurrency / 8))
}

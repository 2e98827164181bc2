import { Tinypool } from 'tinypool'
import { QueueFull } from '../queue.ts'

/**
 * Calls a function of a file in a thread. A thread is ended if the signal fires, and replaced when it is needed. Rejects
 * with `QueueFull` if the machine has no room for a thread.
 */
export type CallInThread = (name: string, input: unknown, signal: AbortSignal) => Promise<unknown>

/** Makes up to so many threads, each when it is first needed. They do not keep the process from ending. */
export function createParserThreads(file: URL, most: number): CallInThread {
  let current: Tinypool | undefined
  const open = (): Tinypool => {
    const pool = new Tinypool({ ...options, filename: file.href, maxThreads: most })
    // A thread that could not be started: what waits for it would wait for ever.
    pool.on('error', () => {
      if (current === pool) current = undefined
      void pool.destroy()
    })
    return pool
  }
  return async (name, input, signal) => {
    const pool = (current ??= open())
    try {
      return await pool.run(input, { name, signal })
    } catch (error) {
      if (current !== pool) throw new QueueFull(retryAfter)
      throw error
    }
  }
}

/** An idle thread stays for as long; it is there at once for the next large output. */
const minute = 60_000

const options = {
  minThreads: 0,
  idleTimeout: 10 * minute,
  // What survives in the young part comes on top of the limit, and with more than 16 MB the whole process would end.
  resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 4 },
  // Nothing of the service's settings is for what reads a stranger's text.
  env: {},
}

/** Seconds; a guess. */
const retryAfter = 2

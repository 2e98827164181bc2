import { createCache, type Cache } from './cache.ts'

/** Makes a cache of so many megabytes for what the sandbox answered; `outcome: 'stopped'` is forgotten after a minute. */
export function createAnswerCache(megabytes: number): Cache<object> {
  return createCache({
    bytes: megabytes * 1024 * 1024,
    sizeOf: (answer) => entryBytes + Buffer.byteLength(JSON.stringify(answer)),
    lifeOf: (answer) => ('outcome' in answer && answer.outcome === 'stopped' ? stoppedLife : undefined),
  })
}

/** Measured: what an answer takes beyond its text; most answers are short. */
const entryBytes = 300

/** Long enough that a crowd does not burn a core on one endless program, short because a busy machine may be to blame. */
const stoppedLife = 60_000

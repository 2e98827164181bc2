import { createHash } from 'node:crypto'
import type { Cache, Found } from './cache.ts'
import type { Requester, Queue } from './queue.ts'

/** Work whose answer depends on nothing but its question. */
export interface CachedTask<Answer> {
  /** Anything that JSON can hold; the same question has the same answer. It begins with what kind of question it is. */
  question: unknown[]
  /** Finds the answer; the signal fires when nobody waits for it any more. */
  work: (signal: AbortSignal) => Promise<Answer>
}

/** Answers a question from the cache, or together with others who ask it now, or by queueing its work. */
export type CachedRunner = <Answer extends object>(
  task: CachedTask<Answer>,
  requester: Requester,
) => Promise<Found<Answer>>

/** Puts a cache before a queue. */
export function createCachedRunner(cache: Cache<object>, queue: Queue): CachedRunner {
  return async <Answer extends object>(
    { question, work }: CachedTask<Answer>,
    { client, signal }: Requester,
  ) => {
    const enqueue = (signal: AbortSignal): Promise<Answer> =>
      queue.run(() => work(signal), { client, signal })
    // The key holds the whole question, so what is found for it is of the asked kind.
    return (await cache.get(toKey(question), enqueue, signal)) as Found<Answer>
  }
}

/** The answer to a question if the cache has it. */
export function peekAnswer(cache: Cache<object>, question: unknown[]): object | undefined {
  return cache.peek(toKey(question))
}

function toKey(question: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('base64')
}

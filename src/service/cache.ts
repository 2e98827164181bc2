import { LRUCache } from 'lru-cache'

/** Remembers values by key; those who ask for the same at the same time share the work. */
export interface Cache<Value> {
  /**
   * Gives the value of a key; `make` runs unless that is remembered or being made. Its signal fires when the last of
   * those who wait has gone, and that one is let go only when `make` has ended. Rejects with the reason of `signal` if
   * that fires, else as `make` does; a rejection is not remembered.
   */
  get(key: string, make: (signal: AbortSignal) => Promise<Value>, signal?: AbortSignal): Promise<Found<Value>>
  /** The value of a key if it is remembered. */
  peek(key: string): Value | undefined
  /** Bytes held. */
  readonly size: number
}

/** A value, and whether it was remembered, made for others who asked before, or made for this one. */
export interface Found<Value> {
  value: Value
  from: 'cache' | 'shared' | 'fresh'
}

export interface CacheOptions<Value> {
  /** Most bytes to hold. */
  bytes: number
  /** Bytes of a value. */
  sizeOf: (value: Value) => number
  /** Milliseconds for which a value is remembered; undefined is for ever, 0 is not at all. */
  lifeOf?: (value: Value) => number | undefined
}

/** Makes an empty cache; when it is full it forgets what nobody has asked for the longest. */
export function createCache<Value extends object>(options: CacheOptions<Value>): Cache<Value> {
  const values = new LRUCache<string, Value>({
    maxSize: options.bytes,
    sizeCalculation: (value) => Math.max(1, options.sizeOf(value)),
  })
  const inFlight = new Map<string, SharedWork<Value>>()

  function start(key: string, make: (signal: AbortSignal) => Promise<Value>): SharedWork<Value> {
    const controller = new AbortController()
    const promise = make(controller.signal).finally(() => finish(key, shared))
    const shared: SharedWork<Value> = { promise, controller, waiting: 0 }
    inFlight.set(key, shared)
    promise.then((value) => remember(key, value), ignore)
    return shared
  }

  function finish(key: string, shared: SharedWork<Value>): void {
    if (inFlight.get(key) === shared) inFlight.delete(key)
  }

  function remember(key: string, value: Value): void {
    const ttl = options.lifeOf?.(value)
    if (ttl !== 0) values.set(key, value, ttl === undefined ? {} : { ttl })
  }

  async function leave(key: string, shared: SharedWork<Value>): Promise<void> {
    shared.waiting -= 1
    if (shared.waiting > 0 || inFlight.get(key) !== shared) return
    inFlight.delete(key)
    shared.controller.abort()
    await shared.promise.catch(ignore)
  }

  return {
    async get(key, make, signal) {
      signal?.throwIfAborted()
      const value = values.get(key)
      if (value) return { value, from: 'cache' }
      const found = inFlight.get(key)
      const shared = found ?? start(key, make)
      shared.waiting += 1
      return {
        value: await wait(shared.promise, signal).finally(() => leave(key, shared)),
        from: found ? 'shared' : 'fresh',
      }
    },
    peek: (key) => values.get(key),
    get size() {
      return values.calculatedSize
    },
  }
}

interface SharedWork<Value> {
  promise: Promise<Value>
  controller: AbortController
  /** Those who wait for it. */
  waiting: number
}

function wait<Value>(promise: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (!signal) return promise
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal.reason as Error)
    signal.addEventListener('abort', leave, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}

function ignore(): void {}

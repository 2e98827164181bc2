import { LRUCache } from 'lru-cache'

/** Remembers answers by key; those who ask for the same at the same time share the work. */
export interface Cache<Value> {
  /**
   * `make` runs unless its value is remembered or on its way. Its signal fires when the last of those who wait has gone.
   * Rejects with the reason of `signal` if that fires, else as `make` does; a rejection is not remembered.
   */
  get(key: string, make: (signal: AbortSignal) => Promise<Value>, signal?: AbortSignal): Promise<Found<Value>>
  /** Bytes held. */
  readonly size: number
}

export interface Found<Value> {
  value: Value
  from: 'cache' | 'shared' | 'fresh'
}

export interface CacheOptions<Value> {
  bytes: number
  sizeOf: (value: Value) => number
  /** How long a value holds, in milliseconds; undefined is for ever, 0 is not at all. */
  lifeOf?: (value: Value) => number | undefined
  /** Is given each value that is forgotten. */
  onForget?: (value: Value) => void
}

/** Makes an empty cache that forgets what was not asked for the longest. */
export function createCache<Value extends object>(options: CacheOptions<Value>): Cache<Value> {
  const values = new LRUCache<string, Value>({
    maxSize: options.bytes,
    sizeCalculation: (value) => Math.max(1, options.sizeOf(value)),
    ...(options.onForget && { dispose: options.onForget }),
  })
  const inFlight = new Map<string, InFlight<Value>>()

  function start(key: string, make: (signal: AbortSignal) => Promise<Value>): InFlight<Value> {
    const controller = new AbortController()
    const promise = make(controller.signal).finally(() => finish(key, flight))
    const flight: InFlight<Value> = { landed: promise, controller, waiting: 0 }
    inFlight.set(key, flight)
    promise.then((value) => remember(key, value), ignore)
    return flight
  }

  function finish(key: string, flight: InFlight<Value>): void {
    if (inFlight.get(key) === flight) inFlight.delete(key)
  }

  function remember(key: string, value: Value): void {
    const ttl = options.lifeOf?.(value)
    if (ttl !== 0) values.set(key, value, ttl === undefined ? {} : { ttl })
  }

  function leave(key: string, flight: InFlight<Value>): void {
    flight.waiting -= 1
    if (flight.waiting > 0 || inFlight.get(key) !== flight) return
    inFlight.delete(key)
    flight.controller.abort()
  }

  return {
    async get(key, make, signal) {
      signal?.throwIfAborted()
      const value = values.get(key)
      if (value) return { value, from: 'cache' }
      const underWay = inFlight.get(key)
      const flight = underWay ?? start(key, make)
      flight.waiting += 1
      return {
        value: await wait(flight.landed, signal).finally(() => leave(key, flight)),
        from: underWay ? 'shared' : 'fresh',
      }
    },
    get size() {
      return values.calculatedSize
    },
  }
}

interface InFlight<Value> {
  landed: Promise<Value>
  controller: AbortController
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

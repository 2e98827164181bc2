/** What a page tells the service worker. */
export type WorkerMessage =
  /** What it has loaded before the worker saw its requests: addresses below the site's path. */
  | { kind: 'visited'; addresses: string[] }
  /** The reader wants the new version, or no other page would notice. */
  | { kind: 'take over'; when: 'now' | 'alone' }

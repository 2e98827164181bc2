import { fork } from 'node:child_process'
import { once } from 'node:events'
import { ScriptError } from '../script-error.ts'
import type { Program } from './programs.ts'

/** A client who is as one on another machine: it need not wait for a core that the service and its compilers have. */
export interface DistantClient {
  pid: number
  /** Ends it, and gives the milliseconds that each answer took. */
  end(): Promise<number[]>
}

/** What the process of such a client is told. */
export type DistantOrder = { kind: 'ask'; url: string; known: Program[]; pause: number } | { kind: 'end' }

/** Asks one after the other for answers that are known, with a pause in milliseconds after each; settles when all are known. */
export async function startDistantClient(
  url: string,
  { known, pause }: { known: Program[]; pause: number },
): Promise<DistantClient> {
  const child = fork(new URL('distant-client-process.ts', import.meta.url), { detached: true })
  const ended = once(child, 'exit').then(([code]) => {
    throw new ScriptError(`The client ended with ${code} before it was told to.`)
  })
  ended.catch(() => {})
  const send = (order: DistantOrder): boolean => child.send(order)
  send({ kind: 'ask', url, known, pause })
  await Promise.race([once(child, 'message'), ended])
  return {
    pid: child.pid!,
    async end() {
      send({ kind: 'end' })
      const [times] = (await Promise.race([once(child, 'message'), ended])) as [number[]]
      return times
    },
  }
}

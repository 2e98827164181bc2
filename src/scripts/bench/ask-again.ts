import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from './client.ts'
import type { Program } from './programs.ts'

/**
 * Asks for answers that are known, one after the other as long as it may, with a pause in milliseconds after each; gives
 * the milliseconds that each took.
 */
export async function askAgain(
  { client, known, pause = 0 }: { client: Client; known: Program[]; pause?: number },
  goesOn: (count: number) => boolean,
): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; goesOn(index); index += 1) {
    const started = performance.now()
    const { cached } = await client.check(known[index % known.length]!)
    if (!cached) throw new Error('A program that was sent before was compiled again.')
    times.push(performance.now() - started)
    if (pause > 0) await sleep(pause)
  }
  return times
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { SoakedService } from './soaked-service.ts'

/**
 * The least memory that the service held at a moment before the signal fires, in megabytes. What its garbage collector has
 * not yet looked at goes up and down by a third of all; what stays is left over when it has.
 */
export async function leastMemory(
  { metrics }: Pick<SoakedService, 'metrics'>,
  ends: AbortSignal,
): Promise<number> {
  let least = Infinity
  while (!ends.aborted) {
    least = Math.min(least, await readMemory(metrics))
    await sleep(500)
  }
  return least
}

/** All that is resident, without what is free in the heap. */
async function readMemory(metrics: string): Promise<number> {
  const text = await (await fetch(metrics)).text()
  const read = (name: string): number => Number(text.split(`\n${name} `)[1]?.split('\n')[0])
  const free = read('nodejs_heap_size_total_bytes') - read('nodejs_heap_size_used_bytes')
  return (read('process_resident_memory_bytes') - free) / 1024 ** 2
}

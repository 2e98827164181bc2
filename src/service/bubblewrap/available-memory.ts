import { readFileSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'

/** Bytes that the machine has, or the container that we are in. */
export function totalMemory(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Infinity)
}

/** Bytes that programs can still have before the machine swaps, or the container that we are in runs out of memory. */
export function availableMemory(): number {
  return Math.min(ofMachine(), ...ofContainer())
}

function ofMachine(): number {
  const kilobytes = /^MemAvailable:\s+(\d+) kB$/m.exec(read('/proc/meminfo'))?.[1]
  return kilobytes === undefined ? Infinity : Number(kilobytes) * 1024
}

/** Files that were read count as used there, but go when their place is needed. */
function ofContainer(): number[] {
  return [
    left('/sys/fs/cgroup', ['memory.max', 'memory.current', /^(?:in)?active_file (\d+)$/gm]),
    left('/sys/fs/cgroup/memory', [
      'memory.limit_in_bytes',
      'memory.usage_in_bytes',
      /^total_(?:in)?active_file (\d+)$/gm,
    ]),
  ]
}

function left(folder: string, [limit, usage, file]: [string, string, RegExp]): number {
  const most = Number.parseInt(read(join(folder, limit)), 10)
  if (!(most < 2 ** 53)) return Infinity
  const files = [...read(join(folder, 'memory.stat')).matchAll(file)]
  return most - Number(read(join(folder, usage))) + files.reduce((sum, [, bytes]) => sum + Number(bytes), 0)
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

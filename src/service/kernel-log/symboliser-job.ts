import { parcelFd, type Job } from '../sandbox.ts'

/** Says of each address, one a line, as JSON in which source it is. */
export function toSymboliserJob(module: Uint8Array, addresses: number[]): Job {
  return toJob(`${symbolise} <addresses`, { 'driver.ko': module, addresses: toLines(addresses) })
}

/** The same for addresses that come when it runs, as `toParcel` writes them. */
export function toWaitingJob(module: Uint8Array): Job {
  const lines = `{ read -r count; busybox head -n "$count"; } <&${parcelFd}`
  return toJob(`${lines} | ${symbolise}`, { 'driver.ko': module })
}

/** The pipe that it reads has no end: it has to know how many there are. */
export function toParcel(addresses: number[]): string {
  return `${addresses.length}\n${toLines(addresses)}`
}

function toJob(script: string, files: Job['files']): Job {
  return { command: ['busybox', 'sh', '-c', `${script} | busybox head -c ${mostAnswered}`], files }
}

const symbolise = 'llvm-symbolizer --obj=driver.ko --output-style=JSON'

/** Bytes; a driver's functions can have long names, and be in one another as deep as its author likes. */
const mostAnswered = 2_000_000

function toLines(addresses: number[]): string {
  return addresses.map((address) => `0x${address.toString(16)}\n`).join('')
}

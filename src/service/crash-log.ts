import { channel } from 'node:diagnostics_channel'
import type { Logger } from 'pino'

/** A compiler or a kernel that broke down: how it ended, and what it wrote of that. */
export interface Crash {
  /** Exit code; 128 + number if a signal ended it. */
  code: number
  stderr: string
}

const crashes = channel('no-oops:crash')

/** Tells whoever logs crashes of one; readers are not told what a broken program wrote. */
export function noteCrash(crash: Crash): void {
  crashes.publish(crash)
}

/** Writes each crash into the log, with the last bytes of its standard error; returns how to end that. */
export function logCrashes(logger: Logger): () => void {
  const log = (message: unknown): void => {
    const { code, stderr } = message as Crash
    logger.warn({ crash: { code, stderr: stderr.slice(-tail) } })
  }
  crashes.subscribe(log)
  return () => {
    crashes.unsubscribe(log)
  }
}

/** In characters. */
const tail = 2000

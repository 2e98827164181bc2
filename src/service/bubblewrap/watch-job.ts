import { finished } from 'node:stream/promises'
import type { StopReason } from '#protocol/compile.ts'
import { killLeft, killSandbox } from './kill-sandbox.ts'
import { lifeOf, waitUntilGone, type ProcessLife } from './process-life.ts'
import type { Bubblewrap } from './spawn-bubblewrap.ts'

/** A job that runs. */
export interface JobHandle {
  /** Settles when every process of the job is gone. */
  over: Promise<void>
  stop(reason: StopReason): void
  /** Gives it so many seconds from now on, in place of what is left. */
  allow(seconds: number): void
  stopped(): StopReason | undefined
  /** The signal with which others have killed bwrap. */
  killedBy(): NodeJS.Signals | undefined
}

/** Ends the job when its time is over or the signal fires. */
export function watchJob(bwrap: Bubblewrap, seconds: number, signal?: AbortSignal): JobHandle {
  let reason: StopReason | undefined
  let [isKilled, killedBy]: [boolean, NodeJS.Signals | undefined] = [false, undefined]
  const inside: ProcessLife[] = []
  const kill = (): void => {
    if (bwrap.process.hasEnded()) return
    isKilled = true
    inside.push(...killSandbox(bwrap.process.pid))
  }
  const stop = (why: StopReason): void => {
    reason ??= why
    kill()
  }
  let timer: NodeJS.Timeout | undefined
  let isOver = false
  const allow = (seconds: number): void => {
    clearTimeout(timer)
    if (!isOver) timer = setTimeout(() => stop('time'), seconds * 1000)
  }
  allow(seconds)
  signal?.addEventListener('abort', kill)
  if (signal?.aborted) kill()
  noteFirst(bwrap, inside)
  const over = bwrap.process.ended
    .then((by) => {
      if (by === null || isKilled) return
      killedBy = by
      inside.push(...killLeft(bwrap.name))
    })
    .then(() => untilGone(bwrap, inside))
    .finally(() => {
      isOver = true
      clearTimeout(timer)
      signal?.removeEventListener('abort', kill)
    })
  return { over, stop, allow, stopped: () => reason, killedBy: () => killedBy }
}

/** The first process of the namespace, with which all others end. */
function noteFirst({ status }: Bubblewrap, inside: ProcessLife[]): void {
  status.once('data', (text: Buffer) => {
    const pid = /"child-pid"\s*:\s*(\d+)/.exec(text.toString())?.[1]
    const life = pid === undefined ? undefined : lifeOf(Number(pid))
    if (life) inside.push(life)
  })
}

/** bwrap does not wait for those whom it has begun. */
async function untilGone({ stdout, stderr, status }: Bubblewrap, inside: ProcessLife[]): Promise<void> {
  const output = [stdout, stderr, status].map((stream) => finished(stream).catch(() => {}))
  await Promise.all([waitUntilGone(inside), ...output])
}

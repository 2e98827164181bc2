import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { StopReason } from '#protocol/compile.ts'
import { killSandbox } from './kill-sandbox.ts'
import { lifeOf, waitUntilGone, type ProcessLife } from './process-life.ts'
import { toSandboxError } from './sandbox-error.ts'
import type { Bubblewrap } from './spawn-bubblewrap.ts'

/** A job that runs. */
export interface JobHandle {
  /** Settles when every process of the job is gone. */
  over: Promise<void>
  stop(reason: StopReason): void
  /** Gives it so many seconds from now on, in place of what is left. */
  allow(seconds: number): void
  stopped(): StopReason | undefined
}

/** Ends the job when its time is over or the signal fires. */
export function watchJob(bwrap: Bubblewrap, seconds: number, signal?: AbortSignal): JobHandle {
  let reason: StopReason | undefined
  const inside: ProcessLife[] = []
  const kill = (): void => {
    const { pid } = bwrap.process
    if (pid !== undefined) inside.push(...killSandbox(pid))
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
  noteFirst(bwrap, inside)
  const over = end(bwrap, inside).finally(() => {
    isOver = true
    clearTimeout(timer)
    signal?.removeEventListener('abort', kill)
  })
  return { over, stop, allow, stopped: () => reason }
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
async function end(bwrap: Bubblewrap, inside: ProcessLife[]): Promise<void> {
  try {
    await once(bwrap.process, 'close')
  } catch (cause) {
    throw toSandboxError(`bwrap could not be started: ${(cause as Error).message}`, cause)
  }
  const output = [bwrap.stdout, bwrap.stderr, bwrap.status].map((stream) => finished(stream).catch(() => {}))
  await Promise.all([waitUntilGone(inside), ...output])
}

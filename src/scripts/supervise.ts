import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

export interface SupervisionOptions {
  /** Starts the process, with a channel over which it sends something when it works. */
  start: () => ChildProcess
  /** Is called when the process has ended, with how it did and the milliseconds until the next one is started. */
  onRestart: (how: string, delay: number) => void
  /** Milliseconds before the next one is started; they double each time, up to sixtyfold. 500 if none are given. */
  firstDelay?: number
}

/**
 * Starts a process, and another one whenever it ends, until this one gets a signal to end, which it passes on. Settles
 * with the last exit code. One that ends before any has worked is the last, too: it has said what is wrong.
 */
export async function supervise({ start, onRestart, firstDelay = 500 }: SupervisionOptions): Promise<number> {
  const told = createEnd()
  let hasWorked = false
  let delay = firstDelay
  for (;;) {
    const began = performance.now()
    const child = start()
    child.once('message', () => (hasWorked = true))
    told.child = child
    const { code, how } = await untilEnd(child)
    if (told.signal.aborted || !hasWorked) return code
    if (performance.now() - began > longLife * firstDelay) delay = firstDelay
    onRestart(how, delay)
    await sleep(delay, undefined, { signal: told.signal }).catch(() => {})
    if (told.signal.aborted) return 0
    delay = Math.min(2 * delay, 60 * firstDelay)
  }
}

/** First delays after which what ended one process is no longer what ended the one before. */
const longLife = 120

function createEnd(): { child?: ChildProcess; signal: AbortSignal } {
  const controller = new AbortController()
  const end: { child?: ChildProcess; signal: AbortSignal } = { signal: controller.signal }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      controller.abort()
      end.child?.kill(signal)
    })
  }
  return end
}

async function untilEnd(child: ChildProcess): Promise<{ code: number; how: string }> {
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
    return { code: code ?? 128, how: signal ? `it was killed (${signal})` : `exit code ${code}` }
  } catch (error) {
    return { code: 127, how: (error as Error).message }
  }
}

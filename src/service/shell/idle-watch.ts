/** How long a shell may stand unused; in milliseconds. */
export interface IdleLimits {
  /** Without a key. */
  idle: number
  /** Without a key, while others wait for a kernel. */
  whileOthersWait: number
  /** Before either, the reader is warned. */
  warning: number
  areOthersWaiting: () => boolean
}

type Reason = 'idle' | 'others'

/** Watches over a shell until `end`. */
export interface IdleWatch {
  /** Somebody has typed. */
  note(): void
  /** Settles when nobody has typed for too long. */
  readonly over: Promise<Reason>
  end(): void
}

/** Warns once before it is over; whoever types then has all the time again. */
export function createIdleWatch(
  limits: IdleLimits,
  warn: (warning: { why: Reason; seconds: number }) => void,
): IdleWatch {
  const { promise: over, resolve } = Promise.withResolvers<Reason>()
  let [last, isWarned] = [performance.now(), false]
  const look = (): void => {
    const why = limits.areOthersWaiting() ? 'others' : 'idle'
    const limit = why === 'others' ? limits.whileOthersWait : limits.idle
    const left = Math.max(limit, isWarned ? limits.warning : 0) - (performance.now() - last)
    if (left <= 0 && isWarned) return resolve(why)
    if (left > limits.warning || isWarned) return
    isWarned = true
    // However late the warning is, it leaves its time.
    last = Math.max(last, performance.now() - limit + limits.warning)
    warn({ why, seconds: Math.ceil(limits.warning / 1000) })
  }
  const timer = setInterval(look, Math.min(1000, limits.warning / 4))
  return {
    note: () => void ([last, isWarned] = [performance.now(), false]),
    over,
    end: () => clearInterval(timer),
  }
}

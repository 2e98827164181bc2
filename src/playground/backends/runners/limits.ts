import type { Limit } from '#protocol/fault.ts'

/** Ends a program from within, where it asks for something: so its place is known. */
export class LimitReached extends Error {
  readonly limit: Limit

  constructor(limit: Limit) {
    super(limit)
    this.limit = limit
  }
}

/** How long a program may run: so many seconds from its start, or from a line that is typed, and so many asleep in all. */
export interface RunLimits {
  seconds: number
  asleepSeconds: number
}

/** Counts the time of one program. What it sleeps does not count as running: nobody waits for a loop then. */
export function createTimeLimits({ seconds, asleepSeconds }: RunLimits) {
  let asleepLeft = asleepSeconds * 1000
  let end = 0
  return {
    start: () => (end = performance.now() + seconds * 1000),
    /** Is to be called wherever the program asks for something. */
    check() {
      if (performance.now() > end) throw new LimitReached('time')
    },
    /** Sleeps by `sleep`, for as long as the program may. */
    sleep(milliseconds: number, sleep: (milliseconds: number) => void) {
      const allowed = Math.min(milliseconds, asleepLeft)
      asleepLeft -= allowed
      end += allowed
      sleep(allowed)
      if (allowed < milliseconds) throw new LimitReached('slept')
    },
  }
}

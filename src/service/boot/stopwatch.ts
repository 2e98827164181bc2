/** Counts the time in which something is at work. */
export interface Stopwatch {
  start(): void
  stop(): void
  /** As counted so far. */
  readonly milliseconds: number
}

/** Makes one that runs. */
export function createStopwatch(): Stopwatch {
  let [counted, since] = [0, performance.now() as number | undefined]
  const sinceStart = (): number => (since === undefined ? 0 : performance.now() - since)
  return {
    start: () => void (since ??= performance.now()),
    stop: () => void ([counted, since] = [counted + sinceStart(), undefined]),
    get milliseconds() {
      return counted + sinceStart()
    },
  }
}

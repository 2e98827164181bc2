/** How long a program may run: so many seconds from its start, or from a line that is typed, and so many asleep in all. */
export interface RunLimits {
  seconds: number
  asleepSeconds: number
}

/** Calls back when a program has had its time. What it sleeps is not counted as running: nobody waits for a loop then. */
export function createDeadline(
  { seconds, asleepSeconds }: RunLimits,
  onEnd: (reason: 'time' | 'slept') => void,
) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asleepLeft = asleepSeconds * 1000
  let end = 0
  const stop = () => clearTimeout(timer)
  function callAt(moment: number, reason: 'time' | 'slept') {
    stop()
    timer = setTimeout(() => onEnd(reason), moment - performance.now())
  }
  return {
    stop,
    start() {
      end = performance.now() + seconds * 1000
      callAt(end, 'time')
    },
    sleep(milliseconds: number) {
      const left = asleepLeft
      asleepLeft -= milliseconds
      if (asleepLeft < 0) return callAt(performance.now() + left, 'slept')
      end += milliseconds
      callAt(end, 'time')
    },
  }
}

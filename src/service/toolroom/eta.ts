import type { Progress } from './debootstrap-progress.ts'

/** Adds to progress how many seconds are left, once there is enough of it to tell. */
export function createEta(now: () => number = () => performance.now()): (progress: Progress) => Progress {
  let started: number | undefined
  let last = { percent: 0, time: 0 }
  let done = 0
  return (progress) => {
    const time = now()
    started ??= time
    const step = progress.percent - last.percent
    // What an earlier run has done is there at once.
    if (step < leap || time - last.time > 100 * step) done += step
    last = { percent: progress.percent, time }
    if (done < enough) return progress
    const seconds = (((time - started) / 1000) * (100 - progress.percent)) / done
    return { ...progress, secondsLeft: Math.round(seconds) }
  }
}

/** Percent. */
const enough = 5
const leap = 4

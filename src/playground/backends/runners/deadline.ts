/** In milliseconds: a program that asks for anything ends itself before, and then its place is known. */
const grace = 500

/** Calls back when a program has had so many seconds and is not asleep; then it is in a loop that asks for nothing. */
export function createDeadline(seconds: number, onEnd: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let end = 0
  const stop = () => clearTimeout(timer)
  function callAt(moment: number) {
    stop()
    end = moment
    timer = setTimeout(onEnd, end - performance.now())
  }
  return {
    stop,
    start: () => callAt(performance.now() + seconds * 1000 + grace),
    sleep: (milliseconds: number) => callAt(end + milliseconds),
  }
}

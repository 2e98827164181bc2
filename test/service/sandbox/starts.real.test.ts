import { describe, expect, it } from 'vitest'
import { openSandbox } from './sandboxed.ts'

describe('sandboxes that start at the same time', () => {
  it('leave others of the service their time', async () => {
    const sandbox = openSandbox()
    const start = (): Promise<unknown> => sandbox.run({ command: ['busybox', 'true'], files: {} })
    const startAll = (): Promise<unknown> => Promise.all(Array.from({ length: 100 }, start))
    // Their control groups are made once.
    await startAll()
    const pause = watchPause()
    await startAll()
    expect(pause.end()).toBeLessThan(400)
  })
})

/** The longest time in which nothing else was done, in milliseconds. */
function watchPause(): { end(): number } {
  let [last, longest] = [performance.now(), 0]
  const look = (): void => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }
  const timer = setInterval(look, 1)
  return {
    end() {
      clearInterval(timer)
      look()
      return longest
    },
  }
}

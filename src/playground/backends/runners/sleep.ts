/**
 * Sleeps on this thread without using the processor. A shared memory of WebAssembly is there on every page, while
 * `SharedArrayBuffer` asks for cross-origin isolation; where a browser has neither, the time is spent looking at the clock.
 */
export function sleep(milliseconds: number) {
  try {
    const { buffer } = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true })
    Atomics.wait(new Int32Array(buffer), 0, 0, milliseconds)
  } catch {
    const end = performance.now() + milliseconds
    while (performance.now() < end);
  }
}

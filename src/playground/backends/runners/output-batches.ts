import { LimitReached } from './limits.ts'
import type { Output } from './runner.ts'

const outputLimit = 256 * 1024
/** So many writes are passed on at once, so that a program that then hangs has shown all; after that in batches. */
const promptWrites = 200
const batchMilliseconds = 50

/** Collects what a program writes and passes it on. A program that begins again writes the same again, which is left out. */
export function createBatches(send: (outputs: Output[]) => void) {
  let batch: Output[] = []
  let [size, writes, known, sent] = [0, 0, 0, 0]
  const flush = () => {
    if (batch.length > 0) send(batch)
    batch = []
    sent = performance.now()
  }
  const add = (output: Output) => {
    writes += 1
    if (writes <= known) return
    batch.push(output)
    size += output.text.length
    if (writes <= promptWrites || performance.now() - sent > batchMilliseconds) flush()
    if (size > outputLimit) throw new LimitReached('output')
  }
  const rewind = () => ([known, writes] = [Math.max(known, writes), 0])
  return { add, flush, rewind }
}

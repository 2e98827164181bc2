import { type Fd, WASI, wasi } from '@bjorn3/browser_wasi_shim'
import type { Journal } from './journal.ts'

/** What a program is given. */
export interface ProgramParts {
  args: string[]
  fds: Fd[]
  journal: Journal
  /** Lets so many milliseconds pass. */
  sleep: (milliseconds: number) => void
  /** Is called before it is told the time or random numbers. */
  onAsk: () => void
}

/** Makes the system calls of a program; of the shim's own, those that a program learns something new by go through the journal. */
export function createSystemCalls({ args, fds, journal, sleep, onAsk }: ProgramParts): WASI {
  const system = new WASI(args, [], fds, { debug: false })
  const memory = () => system.inst.exports.memory.buffer
  Object.assign(system.wasiImport, {
    clock_time_get(clock: number, _precision: bigint, result: number) {
      onAsk()
      const time = journal.note(() => nanoseconds(clock))
      new DataView(memory()).setBigUint64(result, time, true)
      return wasi.ERRNO_SUCCESS
    },
    random_get(at: number, length: number) {
      onAsk()
      new Uint8Array(memory()).set(
        journal.note(() => randomBytes(length)),
        at,
      )
      return wasi.ERRNO_SUCCESS
    },
    poll_oneoff(...[asked, events, count, result]: [number, number, number, number]) {
      const view = new DataView(memory())
      const { eventtype, userdata, clockid, timeout, flags } = wasi.Subscription.read_bytes(view, asked)
      if (count !== 1 || eventtype !== wasi.EVENTTYPE_CLOCK) return wasi.ERRNO_NOTSUP
      const isMoment = (flags & wasi.SUBCLOCKFLAGS_SUBSCRIPTION_CLOCK_ABSTIME) !== 0
      const length = () => Number(isMoment ? timeout - nanoseconds(clockid) : timeout) / 1e6
      journal.note(() => sleep(Math.max(0, length())))
      new wasi.Event(userdata, wasi.ERRNO_SUCCESS, eventtype).write_bytes(view, events)
      view.setUint32(result, 1, true)
      return wasi.ERRNO_SUCCESS
    },
  })
  return system
}

function nanoseconds(clock: number): bigint {
  const milliseconds = clock === wasi.CLOCKID_REALTIME ? Date.now() : performance.now()
  return BigInt(Math.round(milliseconds * 1e6))
}

/** A browser gives no more than 65,536 at once. */
function randomBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
  return bytes
}

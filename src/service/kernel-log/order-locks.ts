import { distinctBy } from '../distinct-by.ts'
import type { Frame, LockUse, Trace } from './logged-report.ts'

/**
 * Of a report's traces those where it happened and those about locks. Lockdep tells the chain of locks backwards: each
 * link was taken while the one below it was held, and the last link is the lock that is wanted now.
 */
export function orderLocks(found: Trace[], here: Frame[]): Trace[] {
  const wants = found.find(({ role, lock }) => role === 'wants' && lock)
  const holds = toHeld(found)
  if (!wants?.lock) return [{ role: 'at', frames: here }, ...holds]
  const chain = found.filter(({ role, lock }) => role === 'before' && lock)
  const holding = wants.context ? undefined : (chain.at(-2) ?? holds[0])
  return [
    { ...whileHolding(wants, holding), frames: [...wants.frames, ...here] },
    ...holds,
    ...chain.slice(0, -1).map((link, index) => whileHolding(link, chain[index - 1] ?? wants)),
    ...found.filter(({ role }) => role === 'used').map((trace) => ({ ...trace, lock: wants.lock })),
  ]
}

/** Lockdep tells more than once which locks are held. */
function toHeld(found: Trace[]): Trace[] {
  const held = found.filter(({ role, lock }) => role === 'holds' && lock)
  return distinctBy(held, ({ lock }) => `${lock!.address} ${lock!.name}`)
}

function whileHolding(trace: Trace, held: Trace | undefined): Trace {
  const lock: LockUse = { ...trace.lock!, ...(held ? { holding: held.lock!.name } : {}) }
  return { ...trace, lock }
}

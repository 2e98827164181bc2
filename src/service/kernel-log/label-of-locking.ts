import type { LoggedReport, Trace } from './logged-report.ts'

/** Says what a report of lockdep is about that names no lock. */
export function labelOfLocking({ title }: LoggedReport): string {
  if (/held lock freed/.test(title)) return 'frees a lock that is still held'
  if (/bad unlock/.test(title)) return 'unlocks here what is not locked'
  if (/non-static key/.test(title)) return 'takes a lock here that was never initialised'
  if (/RCU/.test(title)) return 'suspicious use of RCU here'
  return 'locks wrongly here'
}

/** Says which lock was not to be taken, and why not. */
export function labelOfWish({ title, traces }: LoggedReport, trace: Trace): string {
  const name = toName(trace)
  const holding = trace.lock?.holding === undefined ? '' : ` while holding \`${trace.lock.holding}\``
  if (trace.context) return `takes ${name}${toContext(trace)}`
  if (/wait context/i.test(title)) return `takes ${name}, which can sleep,${holding}`.replace(/,$/, '')
  if (!/recursive/.test(title)) return `takes ${name}${holding}`
  const held = traces.find(({ role }) => role === 'holds')?.lock
  return held?.address === trace.lock?.address
    ? `takes ${name} a second time`
    : `takes a second ${name} while holding one`
}

/** Says of a lock that it was taken earlier: in which context, or while which other one was held. */
export function labelOfEarlier(_: LoggedReport, trace: Trace): string {
  const how = trace.role === 'before' ? ` while holding \`${trace.lock?.holding}\`` : toContext(trace)
  return `earlier takes ${toName(trace)}${how}`
}

/** Says of a lock that it is held when the report comes. */
export function labelOfHeld(_: LoggedReport, trace: Trace): string {
  return `${toName(trace)} is taken here and still held`
}

function toName({ lock }: Trace): string {
  return `\`${lock?.name}\``
}

/** Lockdep's word for readers ends in `-R`, that for others in `-W`. */
function toContext({ context }: Trace): string {
  const words = context && contexts[context.replace(/-[RW]$/, '')]
  return words ? ` ${words}` : ''
}

const contexts: Record<string, string | undefined> = {
  'IN-HARDIRQ': 'in an interrupt',
  'IN-SOFTIRQ': 'in a soft interrupt',
  'HARDIRQ-ON': 'with interrupts enabled',
  'SOFTIRQ-ON': 'with soft interrupts enabled',
}

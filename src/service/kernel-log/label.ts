import type { Access, LoggedReport, MemoryObject, Trace } from './logged-report.ts'

/** Says in a few words what part a place in the driver had in a report. */
export function toLabel(report: LoggedReport, trace: Trace): string {
  const { object } = report
  const lock = `\`${trace.lock?.name}\``
  const labels: Record<Trace['role'], () => string> = {
    at: () => labelOfPlace(report),
    wants: () => labelOfWish(report, trace),
    holds: () => `${lock} is taken here and still held`,
    before: () => `earlier takes ${lock} while holding \`${trace.lock?.holding}\``,
    used: () => `earlier takes ${lock}${toContext(trace)}`,
    disabled: () => 'preemption is disabled here',
    allocated: () => (object ? `allocated here, ${toBytes(object.bytes)}` : 'allocated here'),
    freed: () => 'freed here',
    queued: () => 'queued here for later work',
  }
  return labels[trace.role]()
}

function labelOfPlace(report: LoggedReport): string {
  const labels: Record<LoggedReport['kind'], () => string> = {
    kasan: () => labelOfAccess(report),
    oops: () => labelOfFault(report.title),
    panic: () => toShort(report.remark) ?? 'panicked here',
    lockdep: () => labelOfLocking(report.title),
    atomic: () => 'sleeps here, in atomic context',
    warning: () => toShort(report.remark) ?? 'the kernel warns here',
    ubsan: () => toShort(report.remark) ?? 'undefined behaviour here',
  }
  return labels[report.kind]()
}

/** Addresses lose their zeros. */
function toShort(remark: string | undefined): string | undefined {
  return remark?.slice(0, 200).replaceAll(/\b0{2,}([0-9a-f]+)\b/g, '0x$1')
}

function labelOfAccess(report: LoggedReport): string {
  const use = toUse(report.access)
  const labels: [RegExp, () => string][] = [
    [/use-after-free/, () => `used here after free: ${use}`],
    [/use-after-scope/, () => `used here after its scope ended: ${use}`],
    [/double-free/, () => 'freed a second time here'],
    [/invalid-free/, () => labelOfInvalidFree(report.object)],
    [/null-ptr-deref/, () => `NULL pointer dereferenced here: ${use}`],
    [/stack-out-of-bounds/, () => `${use} out of bounds of a variable on the stack`],
    [/global-out-of-bounds/, () => `${use} out of bounds of a global variable`],
    [/out-of-bounds/, () => `${use} ${toDistance(report)}`],
  ]
  const bug = report.title.slice(0, 100)
  return labels.find(([sign]) => sign.test(bug))?.[1]() ?? `${use} where it must not`
}

function toUse(access: Access | undefined): string {
  if (!access) return 'touches memory'
  return access.bytes === undefined ? access.does : `${access.does} ${toBytes(access.bytes)}`
}

function labelOfInvalidFree(object: MemoryObject | undefined): string {
  if (!object || object.offset === 0) return 'frees here what was not allocated'
  return `frees an address ${toBytes(object.offset)} into the ${object.bytes}-byte object`
}

/** Far off, the kernel can only name the nearest object; it is the right one only if the driver has allocated it. */
function toDistance({ access, object, traces }: LoggedReport): string {
  if (!object || !traces.some(({ role }) => role === 'allocated')) return 'out of bounds'
  const outside = object.offset + (access?.bytes ?? 0) - object.bytes
  const end = `past the end of the ${object.bytes}-byte object`
  if (object.offset < 0) return `before the start of the ${object.bytes}-byte object`
  if (object.offset === object.bytes) return end
  if (object.offset > object.bytes) return `here, ${toBytes(object.offset - object.bytes)} ${end}`
  return `here, ${outside} of them ${end}`
}

/** The first page is never mapped; a deleted list entry points to 0x100 and 0x122. */
function labelOfFault(title: string): string {
  const address = /fault at addr 0x([0-9a-f]{1,16})/.exec(title)?.[1]
  if (address === undefined) return 'faulted here'
  if (address === '100' || address === '122')
    return `follows the pointer of a deleted list entry, 0x${address}`
  const at = parseInt(address, 16)
  if (at === 0) return 'NULL pointer dereferenced here'
  if (at < 4096) return `NULL pointer dereferenced here, ${toBytes(at)} into the object`
  return `wrong address dereferenced here: 0x${address}`
}

function labelOfWish({ title, traces }: LoggedReport, trace: Trace): string {
  const name = `\`${trace.lock?.name}\``
  const holding = trace.lock?.holding === undefined ? '' : ` while holding \`${trace.lock.holding}\``
  if (trace.context) return `takes ${name}${toContext(trace)}`
  if (/wait context/i.test(title)) return `takes ${name}, which can sleep,${holding}`.replace(/,$/, '')
  if (!/recursive/.test(title)) return `takes ${name}${holding}`
  const held = traces.find(({ role }) => role === 'holds')?.lock
  return held?.address === trace.lock?.address
    ? `takes ${name} a second time`
    : `takes a second ${name} while holding one`
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

function labelOfLocking(title: string): string {
  if (/held lock freed/.test(title)) return 'frees a lock that is still held'
  if (/bad unlock/.test(title)) return 'unlocks here what is not locked'
  if (/RCU/.test(title)) return 'suspicious use of RCU here'
  return 'locks wrongly here'
}

function toBytes(bytes: number): string {
  return `${bytes} byte${bytes === 1 ? '' : 's'}`
}

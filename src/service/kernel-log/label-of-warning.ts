import { toKnownAddress } from './known-addresses.ts'
import type { LoggedReport } from './logged-report.ts'
import { toShort } from './to-short.ts'

/** Says in a few words what the kernel warns of: in its own, where it has any that help. */
export function labelOfWarning({ title, remark }: LoggedReport): string {
  const plain = plainWords.find(([sign]) => sign.test(title))?.[1]
  return labelOfRemark(remark ?? '') ?? plain ?? toShort(remark) ?? 'the kernel warns here'
}

function labelOfRemark(remark: string): string | undefined {
  for (const [sign, tell] of remarks) {
    const found = sign.exec(remark)
    if (found) return typeof tell === 'string' ? tell : tell(found)
  }
  return undefined
}

/** Remarks that say it in words of the kernel's own source. */
const remarks: [RegExp, string | ((found: RegExpExecArray) => string)][] = [
  [
    /^kfree of ([0-9a-f]{1,16}), which is no memory of kmalloc$/,
    ([, address]) => labelOfFree(BigInt(`0x${address}`)),
  ],
  [
    /^kmem_cache_free\((.{1,100}), [0-9a-f]{1,16}\): object belongs to different cache (.{1,100})$/,
    ([, given, own]) => `gives to the cache \`${given}\` here what is of \`${own}\``,
  ],
  [/^timer that timer_setup\(\)/, 'starts a timer here that timer_setup() has not set up: it never fires'],
  [
    /^timer on the stack, /,
    'this timer goes with the function: timer_setup_on_stack() is for one on the stack',
  ],
  [/^work on the stack, /, 'this work goes with the function: INIT_WORK_ONSTACK() is for one on the stack'],
  [
    /^kobject '(.{1,100})' does not have a release\(\) function/,
    ([, name]) => `the kobject \`${name}\` has no release(), which would free it`,
  ],
  [/^OOB write or bad count \d+ at /, 'returns more than the page that an attribute has'],
  [/^DEBUG_RWSEMS_WARN_ON\(is_rwsem_reader_owned/, 'unlocks here as a writer what a reader has locked'],
  [/^DEBUG_RWSEMS_WARN_ON\(!is_rwsem_reader_owned/, 'unlocks here as a reader what no reader has locked'],
  [/^DEBUG_RWSEMS_WARN_ON\(\(?rwsem_owner/, 'unlocks here what this task has not locked'],
  [
    /^DEBUG_RWSEMS_WARN_ON\(sem->magic/,
    'this is no lock: it was never initialised, or something has overwritten it',
  ],
]

function labelOfFree(address: bigint): string {
  const error = toKnownAddress(address, [])?.error
  return error === undefined
    ? 'frees here what kmalloc did not give'
    : `frees ERR_PTR(-${error}) here: an error, not a pointer`
}

/** Functions of the kernel that warn without a word. */
const plainWords: [RegExp, string][] = [
  [/ at warn_bogus_irq_restore\+/, 'turns interrupts back to what they were, and they are on already'],
  [/ at free_large_kmalloc\+/, 'frees here what kmalloc did not give'],
  [
    / at __alloc_frozen_pages_noprof\+/,
    'asks here for more memory in one piece than the kernel can ever give',
  ],
  [/ invoked oom-killer: /, 'asks here for memory when none is left'],
]

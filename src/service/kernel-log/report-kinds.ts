import type { ReportKind } from '#protocol/kernel-report.ts'
import { labelOfAccess } from './label-of-access.ts'
import { labelOfAtomic } from './label-of-atomic.ts'
import { labelOfFault } from './label-of-fault.ts'
import { labelOfHang } from './label-of-hang.ts'
import { labelOfLeak } from './label-of-leak.ts'
import { labelOfLocking } from './label-of-locking.ts'
import { labelOfWarning } from './label-of-warning.ts'
import { readMemory } from './read-memory.ts'
import type { ReportFormat } from './report-format.ts'
import { toShort } from './to-short.ts'

const bar = /^={20,}$/
const cutEnd = /^---\[ end trace/

/** What watches over time ends the machine. */
const deadEnd = /^Kernel panic - not syncing: (softlockup|hung_task|Hard LOCKUP|RCU Stall)/

/** Below the trace of a task that waits stands whom it waits for, and then the locks that anybody holds. */
const ofWaiting =
  /^(Kernel panic - not syncing: hung_task|INFO: task .{1,40} (is )?blocked on an? |INFO: lockdep is|Showing all locks|\d+ locks? held by |locks held by | {1,2}#\d+: |={20,}$|$)/

/** Every kind of report that we know. The order means nothing. */
export const reportKinds: Record<ReportKind, ReportFormat> = {
  kasan: {
    signs: [{ headline: /^BUG: KASAN: /, end: bar }],
    readMemory,
    label: labelOfAccess,
  },
  lockdep: {
    signs: [
      { headline: /^(WARNING: |\[ BUG: )/, isGeneral: true, under: bar },
      { headline: /^INFO: trying to register non-static key\.$/ },
    ],
    label: labelOfLocking,
  },
  oops: {
    signs: [
      {
        headline:
          /^Kernel panic - not syncing: (Kernel (mode (fault|signal)|tried to access|stack overflow)|Segfault|General protection)/,
      },
      { headline: /^BUG: /, isGeneral: true },
    ],
    label: labelOfFault,
  },
  panic: {
    signs: [
      {
        headline: /^rust_kernel: panicked at /,
        goesOn: /^BUG: failure at |^Kernel panic - /,
        beforePlace: /^rust_kernel: panicked at /,
        remark: 'in title',
      },
      {
        headline: /^BUG: failure at /,
        goesOn: /^Kernel panic - /,
        beforePlace: /^BUG: failure at /,
      },
      { headline: /^Kernel panic - /, isGeneral: true },
    ],
    label: ({ remark }) => toShort(remark) ?? 'panicked here',
  },
  hang: {
    signs: [
      {
        headline: /^(watchdog: BUG: soft lockup|watchdog: CPU\d+: Watchdog detected hard) /i,
        goesOn: deadEnd,
      },
      { headline: /^INFO: task .{1,20}:\d+ blocked for more than \d+ seconds\.$/, goesOn: ofWaiting },
      { headline: /^rcu: INFO: \w+ (self-)?detected (expedited )?stalls? on/, goesOn: deadEnd },
      { headline: /^INFO: task .{1,20}:\d+ is still in a module after \d+ seconds\.$/ },
    ],
    label: labelOfHang,
  },
  leak: {
    signs: [
      { headline: /^BUG: \S+ leaks \d+ x \d+ bytes of / },
      { headline: /^BUG: \S+ is unloaded while / },
    ],
    label: labelOfLeak,
  },
  atomic: {
    signs: [
      { headline: /^BUG: (sleeping function called from invalid context|scheduling while atomic)/ },
      { headline: /^BUG: file operation returned with [a-z ]{1,20} disabled$/ },
    ],
    label: labelOfAtomic,
  },
  warning: {
    signs: [
      {
        headline: /^WARNING: (\S+:\d+ )?at /,
        end: cutEnd,
        beforePlace: /^WARNING: /,
        remark: 'apart',
      },
    ],
    label: labelOfWarning,
  },
  ubsan: {
    signs: [{ headline: /^UBSAN: /, end: cutEnd, beforePlace: /^UBSAN: \S{1,100} in /, remark: 'apart' }],
    label: ({ remark }) => toShort(remark) ?? 'undefined behaviour here',
  },
}

import type { ReportKind } from '#protocol/kernel-report.ts'
import { labelOfAccess } from './label-of-access.ts'
import { labelOfFault } from './label-of-fault.ts'
import { labelOfLocking } from './label-of-locking.ts'
import { readMemory } from './read-memory.ts'
import type { ReportFormat } from './report-format.ts'

const bar = /^={20,}$/
const cutEnd = /^---\[ end trace/

/** Every kind of report that we know. The order means nothing. */
export const reportKinds: Record<ReportKind, ReportFormat> = {
  kasan: {
    signs: [{ headline: /^BUG: KASAN: /, end: bar }],
    readMemory,
    label: labelOfAccess,
  },
  lockdep: {
    signs: [{ headline: /^(WARNING: |\[ BUG: )/, isGeneral: true, under: bar }],
    label: labelOfLocking,
  },
  oops: {
    signs: [
      { headline: /^Kernel panic - not syncing: (Kernel mode fault|Segfault)/ },
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
  atomic: {
    signs: [{ headline: /^BUG: (sleeping function called from invalid context|scheduling while atomic)/ }],
    label: () => 'sleeps here, in atomic context',
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
    label: ({ remark }) => toShort(remark) ?? 'the kernel warns here',
  },
  ubsan: {
    signs: [{ headline: /^UBSAN: /, end: cutEnd, beforePlace: /^UBSAN: \S{1,100} in /, remark: 'apart' }],
    label: ({ remark }) => toShort(remark) ?? 'undefined behaviour here',
  },
}

/** Addresses lose their zeros. */
function toShort(remark: string | undefined): string | undefined {
  return remark?.slice(0, 200).replaceAll(/\b0{2,}([0-9a-f]+)\b/g, '0x$1')
}

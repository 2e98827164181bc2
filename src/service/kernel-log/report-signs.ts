import type { ReportKind } from '#protocol/kernel-report.ts'

/** What a headline says of its report. */
export interface ReportSign {
  kind: ReportKind
  headline: RegExp
  /** The line above the headline, where that decides. */
  under?: RegExp
  /** The line that is the last of such a report; others end with their call trace. */
  end?: RegExp
  /** Headlines that belong to it: the kernel says more than once that it dies. */
  goesOn?: RegExp
}

export const bar = /^={20,}$/

const cutEnd = /^---\[ end trace/

/** Headlines of the kernel, the more special ones first. */
const signs: ReportSign[] = [
  { kind: 'kasan', headline: /^BUG: KASAN: /, end: bar },
  { kind: 'ubsan', headline: /^UBSAN: /, end: cutEnd },
  {
    kind: 'atomic',
    headline: /^BUG: (sleeping function called from invalid context|scheduling while atomic)/,
  },
  { kind: 'panic', headline: /^rust_kernel: panicked at /, goesOn: /^BUG: failure at |^Kernel panic - / },
  { kind: 'panic', headline: /^BUG: failure at /, goesOn: /^Kernel panic - / },
  { kind: 'oops', headline: /^Kernel panic - not syncing: (Kernel mode fault|Segfault)/ },
  { kind: 'panic', headline: /^Kernel panic - / },
  { kind: 'oops', headline: /^BUG: / },
  { kind: 'warning', headline: /^WARNING: (\S+:\d+ )?at /, end: cutEnd },
  { kind: 'lockdep', headline: /^(WARNING: |\[ BUG: )/, under: bar },
]

/** What kind of report a line is the headline of, if of any; a driver may well print a warning of its own. */
export function toReportSign(words: string, before = ''): ReportSign | undefined {
  if (!mayBeHeadline.test(words)) return undefined
  return signs.find(({ headline, under }) => headline.test(words) && (!under || under.test(before)))
}

const mayBeHeadline = /^(BUG: |UBSAN: |WARNING: |\[ BUG: |Kernel panic - |rust_kernel: )/

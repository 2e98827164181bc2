import type { LoggedReport } from './logged-report.ts'

/** Says what was done where nobody may sleep, or who came back without an end to that. */
export function labelOfAtomic({ title, text }: LoggedReport): string {
  const back = returned.find(([sign]) => sign.test(title))?.[1]
  return back ?? `sleeps here, ${onlyInterrupts.test(text) ? 'with interrupts off' : 'in atomic context'}`
}

const onlyInterrupts = /\bin_atomic\(\): 0, irqs_disabled\(\): 1, /

const returned: [RegExp, string][] = [
  [
    /returned with interrupts disabled$/,
    'returns with interrupts off, perhaps with a lock that is still held',
  ],
  [/returned with soft interrupts disabled$/, 'returns with soft interrupts off'],
  [
    /returned with preemption disabled$/,
    'returns with preemption off, perhaps with a lock that is still held',
  ],
]

import { describe, expect, it } from 'vitest'
import type { KernelReport } from '#protocol/kernel-report.ts'
import { placeFollowing, withoutConsequences } from '#service/kernel-log/follow-reports.ts'

const at = { line: 4, column: 2 }
const span = { file: 'driver.c', start: at, end: at, primary: true, label: 'used here after free' }
const first = report('[    0.220000] BUG: KASAN: …', 7, [span])

describe('a report that is about no line of the driver', () => {
  it('is given that of the report right before it, of the same task', () => {
    const [, second, third] = placeFollowing([
      first,
      report('[    0.230000] WARNING: at __queue_work', 7),
      report('[    0.240000] WARNING: at insert_work', 7),
    ])
    const label = 'comes right after what went wrong here'
    expect(second!.spans).toEqual([{ ...span, label }])
    expect(third!.spans).toEqual([{ ...span, label }])
  })

  it.each([
    ['of another task', report('[    0.230000] WARNING: at __queue_work', 8)],
    ['later', report('[    0.330000] WARNING: at __queue_work', 7)],
    ['without a word of its task', { ...report('', 7), text: '[    0.230000] WARNING' }],
  ])('keeps none if it is %s', (_name, other) => {
    expect(placeFollowing([first, other])[1]!.spans).toEqual([])
    expect(placeFollowing([other, first])[0]!.spans).toEqual([])
  })
})

describe('a machine that hangs where it takes what is no lock', () => {
  const magic = { ...report('', 7, [span]), title: 'BUG: spinlock bad magic on CPU#0, insmod/32' }
  const hang = { ...report('', 7, [span]), kind: 'hang' as const, title: 'watchdog: BUG: soft lockup' }

  it('is told of once', () => {
    expect(withoutConsequences([magic, hang])).toEqual([magic])
  })

  it.each([
    ['on another line', { ...hang, spans: [{ ...span, start: { line: 9, column: 2 } }] }],
    ['nowhere in the driver', { ...hang, spans: [] }],
    ['and does not hang', { ...hang, kind: 'warning' as const }],
  ])('but not if it stands %s', (_name, other) => {
    expect(withoutConsequences([magic, other])).toEqual([magic, other])
    expect(withoutConsequences([{ ...magic, spans: [] }, other])).toHaveLength(2)
  })
})

function report(headline: string, pid: number, spans: KernelReport['spans'] = []): KernelReport {
  const text = `${headline}\n[    0.220000] CPU: 0 UID: 0 PID: ${pid} Comm: swapper/0 Tainted: G  O\n`
  return { kind: 'warning', title: headline, spans, text }
}

import { describe, expect, it } from 'vitest'
import type { KernelReport } from '#protocol/kernel-report.ts'
import { placeFollowing } from '#service/kernel-log/follow-reports.ts'

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

function report(headline: string, pid: number, spans: KernelReport['spans'] = []): KernelReport {
  const text = `${headline}\n[    0.220000] CPU: 0 UID: 0 PID: ${pid} Comm: swapper/0 Tainted: G  O\n`
  return { kind: 'warning', title: headline, spans, text }
}

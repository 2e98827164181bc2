import { expect, it } from 'vitest'
import { cutReport } from '#course/kinds/forensics/report-parts.ts'

const report = `[    0.900000] BUG: sleeping function called
[    0.900000] in_atomic(): 1
[    0.900000] Stack:
[    0.900000]  6480 607b
[    0.900000] Call Trace:
[    0.900000]  [<605c47f7>] ? _printk+0x0/0x4f
[    0.900000]  [<648260b2>] board_read+0x72/0x100 [driver]
[    0.900000]  [<6028047e>] vfs_read+0xae/0x3d0
`
const headline = { at: 'BUG:', to: 'in_atomic', means: 'What.' }
const frame = { at: ' [driver]', means: 'Ours.' }

it('a report is cut into its parts and what lies between, without times and stale frames', () => {
  const { pieces, stale, missing } = cutReport(report, [headline, frame])
  expect(pieces).toEqual([
    { lines: ['BUG: sleeping function called', 'in_atomic(): 1'], part: headline },
    { lines: ['Stack:', ' 6480 607b', 'Call Trace:'] },
    { lines: [' [<648260b2>] board_read+0x72/0x100 [driver]'], part: frame },
    { lines: [' [<6028047e>] vfs_read+0xae/0x3d0'] },
  ])
  expect({ stale, missing }).toEqual({ stale: 1, missing: undefined })
})

it.each([
  ['stands above the part before', [frame, headline], headline],
  ['is nowhere', [headline, { at: 'Freed by', means: '' }], { at: 'Freed by', means: '' }],
  ['does not end', [{ ...headline, to: 'Freed by' }], { ...headline, to: 'Freed by' }],
])('a part that %s is missed', (_, parts, missing) => {
  expect(cutReport(report, parts).missing).toEqual(missing)
})

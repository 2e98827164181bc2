import { describe, expect, it } from 'vitest'
import type { BootEvent } from '#protocol/boot.ts'
import { toStableBoot, withoutChance } from '#scripts/verify/stable-boot.ts'

describe('what two boots have in common', () => {
  it('is the first report, the commands and the verdict, whatever the addresses', () => {
    const [one, other] = [toStableBoot(boot('0x5a', '60828f40')), toStableBoot(boot('0x60', '6082a5c0'))]
    expect(one).toEqual(other)
    expect(one).toEqual({
      kernel: 'Linux 7.3.4',
      commands: ['insmod driver.ko', 'cat /dev/fault', 'rmmod driver'],
      report: {
        kind: 'kasan',
        title: 'BUG: KASAN: slab-use-after-free in fault_read [driver]',
        spans: ['driver.c:31:12-31:23 primary used here'],
      },
      verdict: 'reported',
    })
  })

  it('is not the same if the line is another', () => {
    expect(toStableBoot(boot('0x5a', '60828f40', 30))).not.toEqual(toStableBoot(boot('0x5a', '60828f40')))
  })
})

describe('a line without chance', () => {
  it.each([
    ['fault_read+0x90/0xc0 [driver]', 'fault_read [driver]'],
    ['Read of size 8 at addr 000000006086d780 by task head/41', 'Read of size 8 at addr … by task head/…'],
    ['Kernel mode fault at addr 0x100, ip 0x64810094', 'Kernel mode fault at addr …, ip …'],
    ['WARNING: CPU: 1 PID: 34 at driver.c:29', 'WARNING: CPU: … PID: … at driver.c:29'],
    [
      'WARNING: lib/vsprintf.c:2815 at format_decode+0x53a/0x580, CPU#0: insmod/29',
      'WARNING: lib/vsprintf.c:2815 at format_decode, CPU#…: insmod/…',
    ],
    [
      'INFO: task head:40 blocked for more than 2 seconds.',
      'INFO: task head:… blocked for more than 2 seconds.',
    ],
    [
      'watchdog: BUG: soft lockup - CPU#0 stuck for 3s! [insmod:30]',
      'watchdog: BUG: soft lockup - CPU#0 stuck for …s! [insmod:…]',
    ],
    ['calibration of 14 bytes', 'calibration of 14 bytes'],
  ])('%s', (line, stable) => {
    expect(withoutChance(line)).toBe(stable)
  })
})

function boot(offset: string, address: string, line = 31) {
  const title = `BUG: KASAN: slab-use-after-free in fault_read+${offset}/0xc0 [driver]`
  const place = { start: { line, column: 12 }, end: { line, column: 23 }, primary: true, label: 'used here' }
  const report = { kind: 'kasan' as const, title, spans: [{ ...place, file: 'driver.c' }], text: title }
  const events: BootEvent[] = [
    {
      kind: 'console',
      text: `# insmod driver.ko\n[    0.1] # no command\n# cat /dev/fault\n\u0001${address}# rmmod driver\n`,
    },
    { kind: 'report', report },
    ...(address.endsWith('0') ? [] : [{ kind: 'report' as const, report }]),
    { kind: 'finished', verdict: 'reported', kernel: 'Linux 7.3.4', milliseconds: Number(offset) },
  ]
  return { kernel: 'Linux 7.3.4', events }
}

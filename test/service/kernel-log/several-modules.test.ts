import { expect, it } from 'vitest'
import { parseKernelLog } from '#service/kernel-log/parse-kernel-log.ts'

it('tells the frames of several modules apart, those of unloaded ones too', () => {
  const [report] = parseKernelLog(log)
  expect(report!.traces[0]!.frames).toEqual([
    { symbol: 'demo_read', offset: 0x5a, isReturn: true, module: 'driver_rust' },
    { symbol: 'init_module', offset: 0x10, isReturn: true },
    { symbol: '.text', offset: 0x20, isReturn: true, module: 'driver_c' },
  ])
})

const log = `[    1.000000] BUG: KASAN: slab-use-after-free in demo_read+0x5a/0x90 [driver_rust]
[    1.000000] Read of size 4 at addr 0000000061953cc0 by task cat/60
[    1.000000] CPU: 0 UID: 0 PID: 60 Comm: cat
[    1.000000] Unloaded: driver_c .text 0x64800000
[    1.000000] Call Trace:
[    1.000000]  [<6480d05a>] demo_read+0x5a/0x90 [driver_rust]
[    1.000000]  [<6490d010>] init_module+0x10/0x20 [driver]
[    1.000000]  [<64800020>] 0x64800020
[    1.000000]  [<6490d010>] init_module+0x10/0x20 [other]
[    1.000000] ==================================================================
`

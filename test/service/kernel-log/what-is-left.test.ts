import { describe, expect, it } from 'vitest'
import { parseKernelLog } from '#service/kernel-log/parse-kernel-log.ts'
import { reportKinds } from '#service/kernel-log/report-kinds.ts'

const trace = 'Call Trace:\n [<601b1642>] free_module+0x12/0x20\n [<60086576>] handle_syscall+0x116/0x150'

const logs = [
  {
    name: 'a timer',
    text: `BUG: driver is unloaded while its timer is pending\nLeft behind: on_beat+0x0/0x40 [driver]\n${trace}`,
    frame: { symbol: 'on_beat', offset: 0, isReturn: false },
    told: ['leak', 'timer that is still pending when the module goes'],
  },
  {
    name: 'delayed work',
    text: `BUG: driver is unloaded while its delayed work is pending\nLeft behind: do_job+0x0/0x40 [driver]\n${trace}`,
    frame: { symbol: 'do_job', offset: 0, isReturn: false },
    told: ['leak', 'delayed work that is still pending when the module goes'],
  },
  {
    name: 'a thread',
    text: `BUG: driver is unloaded while task beats:31 runs in it\ntask:beats state:D stack:0 pid:31\nCall Trace:\n [<601b1642>] msleep+0x12/0x20\n [<64805023>] beat+0x23/0x40 [driver]`,
    frame: { symbol: 'beat', offset: 0x23, isReturn: true },
    told: ['leak', 'task «beats» is still here when the module goes'],
  },
  {
    name: 'a lock that an operation took, by where its last call came back to',
    text: `BUG: file operation returned with preemption disabled\nLeft behind: demo_read+0x23/0x40 [driver]\n${trace}`,
    frame: { symbol: 'demo_read', offset: 0x23, isReturn: true },
    told: ['atomic', 'returns with preemption off, perhaps with a lock that is still held'],
  },
  {
    name: 'a task that waits when the time is over',
    text: `INFO: task cat:31 is still in a module after 12 seconds.\ntask:cat state:S stack:0 pid:31\nCall Trace:\n [<601b1642>] schedule+0x12/0x20\n [<64805023>] demo_read+0x23/0x40 [driver]`,
    frame: { symbol: 'demo_read', offset: 0x23, isReturn: true },
    told: ['hang', 'still waits here after 12 seconds'],
  },
  {
    name: 'a task that waits for a mutex when the time is over',
    text: `INFO: task cat:31 is still in a module after 12 seconds.\ntask:cat state:S stack:0 pid:31\nCall Trace:\n [<601b1642>] mutex_lock_interruptible+0x12/0x20\n [<64805023>] demo_read+0x23/0x40 [driver]`,
    frame: { symbol: 'demo_read', offset: 0x23, isReturn: true },
    told: ['hang', 'waits here for a mutex that is never let go'],
  },
]

describe('what a driver leaves behind is told by its function', () => {
  it.each(logs)('$name', ({ text, frame, told }) => {
    const [report] = parseKernelLog(print(text))
    expect(report!.traces[0]!.frames[0]).toEqual(frame)
    expect([report!.kind, reportKinds[report!.kind].label(report!)]).toEqual(told)
  })

  it('but not by a driver that only prints such words', () => {
    expect(parseKernelLog(print(logs[0]!.text.split('\n')[0]!))).toEqual([])
  })
})

describe('memory that kmalloc did not give', () => {
  it.each([
    ['648ef8f0', 'frees here what kmalloc did not give'],
    ['fffffffffffffff2', 'frees ERR_PTR(-EFAULT) here: an error, not a pointer'],
  ])('is told of where it is freed: %s', (address, label) => {
    const text = `------------[ cut here ]------------\nWARNING: mm/slub.c:6792 at kfree+0x29a/0x470, CPU#0: insmod/31\nkfree of ${address}, which is no memory of kmalloc\n${trace}\n---[ end trace 0000000000000000 ]---`
    const [report] = parseKernelLog(print(text))
    expect(reportKinds.warning.label(report!)).toBe(label)
  })
})

function print(text: string): string {
  const lines = [...text.split('\n'), 'reboot: Power down']
  return lines.map((line) => `[    0.200000] ${line}\n`).join('')
}

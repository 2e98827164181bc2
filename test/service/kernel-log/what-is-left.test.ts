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

describe('the nodes of a tree that are left', () => {
  const leak = (cache: string, called: string): string =>
    `BUG: driver leaks 1 x 576 bytes of ${cache}\n${['Call Trace:', ` [<6078f242>] xas_create+0x3e2/0xb70`, ` [<60793b5b>] ${called}+0x15b/0x2d0`, ' [<648050fb>] init_module+0xfb/0x1b0 [driver]'].join('\n')}`

  it.each([
    ['radix_tree_node', '__xa_alloc', 'xarray or IDR'],
    ['radix_tree_node', 'idr_alloc_u32', 'xarray or IDR'],
    ['maple_node', 'mtree_store_range', 'maple tree'],
  ])('are the driver’s where it asked for them: %s by %s()', (cache, called, tree) => {
    const [report] = parseKernelLog(print(leak(cache, called)))
    expect(reportKinds.leak.label(report!)).toBe(
      `leaked here: 1 × 576 bytes, nodes of ${tree === 'maple tree' ? 'a' : 'an'} ${tree} that still has entries`,
    )
  })

  it.each(['misc_register', 'idr_preload', '__radix_tree_preload'])(
    'are the kernel’s after %s()',
    (called) => {
      expect(parseKernelLog(print(leak('radix_tree_node', called)))).toEqual([])
    },
  )
})

describe('what the kernel remarks of a wrong call', () => {
  it.each([
    [
      'kmem_cache_free(answers, 000000006184a000): object belongs to different cache requests',
      'gives to the cache `answers` here what is of `requests`',
    ],
    [
      'DEBUG_RWSEMS_WARN_ON(is_rwsem_reader_owned(sem)): count = 0x100, magic = 0x6480d020, owner = 0x1, curr 0x6, list empty',
      'unlocks here as a writer what a reader has locked',
    ],
    [
      'DEBUG_RWSEMS_WARN_ON(!is_rwsem_reader_owned(sem)): count = 0x1, magic = 0x6480d020, owner = 0x1, curr 0x6, list empty',
      'unlocks here as a reader what no reader has locked',
    ],
  ])('is told in words: %s', (remark, label) => {
    const text = `------------[ cut here ]------------\nWARNING: mm/slub.c:6792 at up_write+0x29a/0x470, CPU#0: insmod/31\n${remark}\n${trace}\n---[ end trace 0000000000000000 ]---`
    const [report] = parseKernelLog(print(text))
    expect(reportKinds.warning.label(report!)).toBe(label)
  })
})

function print(text: string): string {
  const lines = [...text.split('\n'), 'reboot: Power down']
  return lines.map((line) => `[    0.200000] ${line}\n`).join('')
}

it('says nothing of the thread of a KUnit test, which may end after the module', () => {
  const text = `BUG: driver is unloaded while task kunit_try_catch:47 runs in it\ntask:kunit_try_catch state:R  running task\n${trace}`
  expect(parseKernelLog(print(text))).toEqual([])
})

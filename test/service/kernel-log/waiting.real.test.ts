import { beforeAll, describe, expect, it } from 'vitest'
import type { BootEvent } from '#protocol/boot.ts'
import { reportsOf } from '#protocol/boot-events.ts'
import { boot } from '#service/boot/boot.ts'
import type { KernelEnvironment } from '#service/kernel/kernel-environment.ts'
import { openKernel } from '#service/kernel/open-kernel.ts'
import { kernelTimeout, openRealRoom } from '../kernel/real-kernel.ts'

let environment: KernelEnvironment

beforeAll(async () => {
  const root = await openRealRoom()
  const status = () => ({ state: 'ready' as const, toolchain: 'rustc 1.85.1' })
  environment = openKernel({ root, status }, { wallSeconds: 25 }).environment()
}, kernelTimeout)

const read = 'static ssize_t demo_read(struct file *file, char __user *to, size_t size, loff_t *at)'

/** Each waits in its `read`, in line 14. */
const waits = [
  {
    name: 'for what may be interrupted and never comes',
    lines: ['static DECLARE_WAIT_QUEUE_HEAD(queue);', 'if (wait_event_interruptible(queue, false))'],
    label: 'still waits here after 12 seconds',
  },
  {
    name: 'for a lock that it has taken itself',
    lines: [
      'static DEFINE_MUTEX(lock);',
      'if (mutex_lock_interruptible(&lock) || mutex_lock_interruptible(&lock))',
    ],
    label: 'waits here for a mutex that is never let go',
  },
  {
    name: 'again and again',
    lines: ['static bool ready;', 'while (!READ_ONCE(ready)) msleep(10);'],
    label: 'still waits here after 12 seconds',
  },
]

describe('a script that waits for a driver is told where that waits', () => {
  it.each(waits)('$name', { timeout: 90_000 }, async ({ lines: [declaration, wait], label }) => {
    const source = `#include <linux/delay.h>
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/uaccess.h>
#include <linux/wait.h>

${declaration}

${read}
{
	cond_resched();
	${wait}
		return -EINTR;
	return 0;
}
static const struct file_operations fops = { .owner = THIS_MODULE, .read = demo_read };
static struct miscdevice misc = { .minor = MISC_DYNAMIC_MINOR, .name = "demo", .fops = &fops };

module_misc_device(misc);
MODULE_DESCRIPTION("Waits");
MODULE_LICENSE("GPL");
`
    const events: BootEvent[] = []
    const request = { files: { 'driver.c': source }, script: 'insmod driver.ko\ncat /dev/demo\nrmmod driver' }
    await boot(environment, { language: 'c', variant: 'kasan', ...request }, (event) => events.push(event))
    expect(events.at(-1)).toMatchObject({
      ...{ kind: 'stopped', reason: 'time' },
      during: { line: 2, command: 'cat /dev/demo' },
    })
    expect(reportsOf(events)).toMatchObject([
      { kind: 'hang', spans: [{ file: 'driver.c', start: { line: 14 }, primary: true, label }] },
    ])
  })
})

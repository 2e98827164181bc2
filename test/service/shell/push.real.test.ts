import { expect, it, vi } from 'vitest'
import type { ShellInput } from '#protocol/shell.ts'
import { readDescendants } from '../../hostile/children.ts'
import { crashes, crashesLater, harmless, useRealShells } from './real-shell.ts'
import type { ShellClient } from './shell-client.ts'

vi.setConfig({ testTimeout: 60_000 })
const { atPrompt, sees, reportsOf } = useRealShells()

function push(shell: ShellClient, code: string, more: Partial<Extract<ShellInput, { kind: 'push' }>> = {}) {
  shell.send({ kind: 'push', name: 'driver', language: 'c', files: { 'driver.c': code }, ...more })
}

const answersOf = ({ events }: ShellClient) =>
  events.flatMap((event) => {
    if (event.kind === 'pushed') return `${event.name} ${event.build} ${event.isLoaded ? 'loaded' : 'free'}`
    return event.kind === 'push-failed' ? `${event.name} ${event.why}` : []
  })

async function answers(shell: ShellClient, ...expected: string[]) {
  await expect.poll(() => answersOf(shell), { timeout: 30_000 }).toEqual(expected)
}

const linesOf = (shell: ShellClient) =>
  reportsOf(shell).map(({ report, about }) => ({
    line: report.spans.find(({ primary }) => primary)?.start.line,
    about: about.map(({ name, build }) => `${name} ${build}`),
  }))

it('puts a new build into the machine that runs, which is loaded when the reader says so', async () => {
  const shell = await atPrompt(harmless)
  shell.type('insmod driver.ko; lsmod\r')
  await sees(shell, 'driver                 ')
  push(shell, crashes)
  await answers(shell, 'driver 2 loaded')
  shell.type('rmmod driver; insmod driver.ko; echo code $?\r')
  await sees(shell, 'code 0')
  await expect.poll(() => linesOf(shell), { timeout: 30_000 }).toEqual([{ line: 11, about: ['driver 2'] }])
  expect(shell.output()).not.toMatch(/loads-|free-|loaded-/)
})

it('looks for what a driver does that is still loaded in its own source, and for that of the new one in the new', async () => {
  const shell = await atPrompt(crashesLater())
  const read = 'cat /sys/module/driver/parameters/count\r'
  shell.type('insmod driver.ko\r')
  await sees(shell, 'demo: loaded')
  push(shell, crashesLater(3))
  await answers(shell, 'driver 2 loaded')
  shell.type(read)
  await expect.poll(() => linesOf(shell), { timeout: 30_000 }).toEqual([{ line: 9, about: ['driver 1'] }])
  shell.type(`rmmod driver; insmod driver.ko; ${read}`)
  await expect
    .poll(() => linesOf(shell).slice(1), { timeout: 30_000 })
    .toEqual([{ line: 12, about: ['driver 2'] }])
})

it('says why there is no new build: refused, or a machine that takes nothing', async () => {
  const shell = await atPrompt()
  push(shell, 'int x = ;\n')
  await answers(shell, 'driver rejected')
  shell.type('killall sh; echo killed\r')
  await sees(shell, '\nkilled')
  push(shell, crashes)
  await answers(shell, 'driver rejected', 'driver unanswered')
  shell.type('echo still-$((6*7))\r')
  await sees(shell, 'still-42')
})

it('builds only the newest of many that come at once', async () => {
  const shell = await atPrompt()
  for (let count = 0; count < 50; count++) push(shell, `${harmless}/* ${count} */\n`)
  await answers(shell, 'driver 2 free', 'driver 3 free')
})

it('leaves no build behind when its page is closed meanwhile', async () => {
  const shell = await atPrompt()
  push(shell, rust, {
    name: 'driver_rust',
    language: 'rust',
    files: { 'driver.rs': `${rust}// ${Date.now()}\n` },
  })
  await expect.poll(() => readDescendants(), { interval: 5, timeout: 20_000 }).toContain('rustc')
  shell.close()
  await shell.closed
  await expect.poll(() => readDescendants(), { timeout: 20_000 }).not.toContain('bwrap')
  expect(answersOf(shell)).toEqual([])
})

it('has C and Rust side by side under their names, each with its reports on its lines', async () => {
  const shell = await atPrompt(crashesLater())
  push(shell, rust, { name: 'driver_rust', language: 'rust', files: { 'driver.rs': rust } })
  await answers(shell, 'driver_rust 1 free')
  shell.type('insmod driver.ko; insmod driver_rust.ko; lsmod; cat /sys/module/driver/parameters/count\r')
  await sees(shell, 'driver_rust            ')
  await expect.poll(() => reportsOf(shell).length, { timeout: 30_000 }).toBe(2)
  const files = reportsOf(shell).map(({ report }) => report.spans.find(({ primary }) => primary)?.file)
  expect(files).toEqual(['driver.rs', 'driver.c'])
})

it('shows the kernel’s own answer where two drivers want the same name of a device', async () => {
  const shell = await atPrompt(misc)
  push(shell, misc, { name: 'driver_c' })
  await answers(shell, 'driver_c 1 free')
  shell.type('insmod driver.ko; insmod driver_c.ko; echo code $?\r')
  await sees(shell, 'code 16')
  expect(shell.output()).toContain("cannot create duplicate filename '/devices/virtual/misc/demo'")
  expect(shell.output()).toContain("insmod: can't insert 'driver_c.ko': Device or resource busy")
  await expect
    .poll(() => linesOf(shell), { timeout: 30_000 })
    .toEqual([{ line: 7, about: ['driver 1', 'driver_c 1'] }])
})

const rust = `// SPDX-License-Identifier: GPL-2.0
//! Warns.
use kernel::prelude::*;

module! {
    type: Demo,
    name: "demo",
    authors: ["No Oops"],
    description: "Warns when it is loaded",
    license: "GPL",
}

struct Demo;

impl kernel::Module for Demo {
    fn init(_module: &'static ThisModule) -> Result<Self> {
        kernel::warn_on!(true);
        Ok(Demo)
    }
}
`

const misc = `#include <linux/fs.h>
#include <linux/module.h>
#include <linux/miscdevice.h>

static const struct file_operations operations = { .owner = THIS_MODULE };
static struct miscdevice device = { .minor = MISC_DYNAMIC_MINOR, .name = "demo", .fops = &operations };
module_misc_device(device);
MODULE_LICENSE("GPL");
`

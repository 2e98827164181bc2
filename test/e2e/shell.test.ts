import { expect, it, vi } from 'vitest'
import { violations } from './axe.ts'
import { phone, useStage } from './browser.ts'
import { openShell, screenOf, sees } from './shell-page.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
// A kernel boots in a second; on a busy machine it may be twenty.
vi.setConfig({ testTimeout: 120_000 })
const lesson = '/ownership/borrow-deadline/'

it('a driver is loaded, crashes on its line while the shell goes on, is fixed and loaded again', async () => {
  const page = await stage.open(lesson)
  const { bench, terminal, told, button, tab } = await openShell(page)
  await page.keyboard.type('uname -r\r')
  await sees(terminal, '7.3.4')
  const commands = bench.getByRole('list', { name: 'Commands to give' }).getByRole('button')
  for (const command of await commands.all()) await command.click()
  await expect.poll(told, { timeout: 30_000 }).toContainEqual(expect.stringMatching(/^31 BUG: KASAN/))
  await page.keyboard.type('echo still-$((6*7))\r')
  await sees(terminal, 'still-42')

  await button('Build and boot again').click()
  await expect.poll(() => terminal.locator('.xterm-rows').innerText()).not.toContain('still')
  await sees(terminal, '~ #')
  await page.keyboard.type('exit\r')
  await bench.getByText('You left the shell, and the kernel switched itself off.').waitFor()
  expect(await bench.getByRole('tab', { name: /^Shell/ }).innerText()).toBe('Shell')
  await tab('Problems')
  await page.context().close()
})

it('a driver was written, built, loaded, crashed, fixed and unloaded in the shell panel', async () => {
  const page = await stage.open('/first-module/module-and-exit/')
  const { bench, told, button, tab, write } = await openWorkbench(page)
  await tab('driver.c')
  await write(driver('kfree(text);\n\treturn'))
  await tab('Shell')
  await button('Open a shell').click()
  const terminal = bench.getByRole('group', { name: /^Terminal/ })
  await sees(terminal, '~ #')
  await page.keyboard.type('insmod driver.ko\r')
  await sees(terminal, 'hello: loaded')
  await page.keyboard.type('cat /sys/module/driver/parameters/hello\r')
  await expect.poll(told, { timeout: 30_000 }).toContainEqual(expect.stringMatching(/^11 BUG: KASAN/))

  await write(driver('return'))
  await bench.getByText('driver.c has changed since it was built.').waitFor()
  await expect.poll(told).not.toContainEqual(expect.stringMatching(/BUG: KASAN/))
  await button('Push driver.c').click()
  await bench.getByText('The kernel still runs the old one').waitFor()
  await button('rmmod driver; insmod driver.ko').click()
  await page.keyboard.type('clear; cat /sys/module/driver/parameters/hello\r')
  await sees(terminal, 'hello 42')
  await page.keyboard.type('rmmod driver; lsmod | wc -l\r')
  await sees(terminal, '\n1\n')
  expect(await told()).not.toContainEqual(expect.stringMatching(/BUG: KASAN/))

  await tab('driver.rs')
  await button('Push driver.rs').waitFor()
  await bench.getByText('driver.rs is not in it: Push puts it beside.').waitFor()
  await page.context().close()
})

/** A parameter that is read; `end` is what its function does after it has filled the text, and then returns. */
function driver(end: string): string {
  return `#include <linux/module.h>
#include <linux/slab.h>

static int show(char *buffer, const struct kernel_param *parameter)
{
	char *text __free(kfree) = kstrdup("hello 42", GFP_KERNEL);

	if (!text)
		return -ENOMEM;
	${end} sprintf(buffer, "%s\\n", text);
}

static const struct kernel_param_ops operations = { .get = show };
module_param_cb(hello, &operations, NULL, 0444);

static int __init hello_init(void)
{
	pr_info("hello: loaded\\n");
	return 0;
}

static void __exit hello_exit(void)
{
}

module_init(hello_init);
module_exit(hello_exit);
MODULE_LICENSE("GPL");
`
}

it.each([
  ['a large window', {}],
  ['a phone', phone],
])('the lesson’s recording is watched and sought by keyboard in %s', async (_, options) => {
  const page = await stage.open('/first-module/module-and-exit/', options)
  const { bench, tab, button } = await openWorkbench(page)
  await tab('driver.c')
  await tab('Shell')
  await button('Watch the recording').click()
  const terminal = bench.getByRole('group', { name: /^Terminal/ })
  await sees(terminal, '~ #')
  await bench.getByText('Recorded, not live: Linux 7.3.4').waitFor()
  await bench.getByRole('slider', { name: 'Position in the recording' }).focus()
  await page.keyboard.press('End')
  await sees(terminal, 'rmmod driver_rust')
  await page.keyboard.press('Home')
  await expect.poll(() => terminal.locator('.xterm-rows').innerText()).not.toContain('driver_rust')
  await page.context().close()
})

it('Shift+Tab leaves the terminal, and Tab after Esc; Tab completes in it until its kernel ends', async () => {
  const page = await stage.open(lesson, { bypassCSP: true })
  const { bench, terminal } = await openShell(page)
  await page.keyboard.type('insm')
  await page.keyboard.press('Tab')
  await sees(terminal, 'insmod')
  await page.keyboard.press('Shift+Tab')
  const isIn = () => terminal.evaluate((it) => it.contains(document.activeElement))
  expect(await isIn()).toBe(false)
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  expect(await isIn()).toBe(true)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  expect(await isIn()).toBe(false)
  await bench.getByRole('button', { name: 'Close', exact: true }).click()
  await bench.getByText('You closed the shell, and its kernel ended.').waitFor()
  await terminal.getByRole('textbox').focus()
  await page.keyboard.press('Tab')
  expect(await isIn()).toBe(false)
  await page.context().close()
})

it('what the compiler refuses opens no shell, and nothing is fetched before the panel is looked at', async () => {
  const page = await stage.open(lesson)
  const files: string[] = []
  page.on('request', (request) => files.push(request.url()))
  const { bench, tab, button } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await tab('driver.c')
  expect(files.filter((url) => /shell|xterm/.test(url))).toEqual([])
  await page.keyboard.press('Control+Home')
  await bench.getByRole('textbox', { name: /the C you edit/ }).focus()
  await page.keyboard.insertText('oops ')
  await tab('Shell')
  await button('Open a shell').click()
  await bench
    .getByText('The compiler refuses the driver, so there is nothing to boot. See Problems.')
    .waitFor()
  await page.context().close()
})

it('on a phone the terminal is within the window', async () => {
  const page = await stage.open(lesson, phone)
  const { terminal } = await openShell(page)
  const { x, width } = (await terminal.boundingBox())!
  expect(x).toBeGreaterThanOrEqual(0)
  expect(x + width).toBeLessThanOrEqual(390)
  await page.context().close()
})

it('in a lesson whose Rust is a program, the shell goes on beside it and is there again', async () => {
  const page = await stage.open(lesson)
  const { bench, terminal, tab } = await openShell(page)
  await page.keyboard.type('echo first-$((40+2))\r')
  await sees(terminal, 'first-42')
  await tab('main.rs')
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).waitFor()
  await page.waitForTimeout(500)
  expect(await screenOf(terminal)).toContain('first-42')
  await tab('driver.c')
  await tab('Shell')
  await terminal.locator('.xterm-helper-textarea').focus()
  await page.keyboard.type('echo second-$((40+2))\r')
  await sees(terminal, 'second-42')
  await page.context().close()
})

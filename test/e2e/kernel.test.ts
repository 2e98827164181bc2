import { expect, it, vi } from 'vitest'
import { parseBootScript } from '#course/boot-script.ts'
import { byVariant } from '#protocol/variants.ts'
import { useStage } from './browser.ts'
import { lessonFile } from './lesson-files.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
// A kernel boots in a second; on a busy machine it may be twenty.
vi.setConfig({ testTimeout: 120_000 })
const lesson = '/ownership/borrow-deadline/'
const folder = '03-ownership/02-borrow-deadline'
const { commands } = parseBootScript(lessonFile(`${folder}/boot.sh`))
/** Some commands may fail, as some are to. */
const clean = /^The script ran to its end( \(\d commands? failed\))?, and the kernel had nothing to report\.$/
const crash = 'BUG: KASAN: slab-use-after-free in fault_read, driver.c:31.'

it('the C crashes on its line, rustc refuses the twin on its own, and the fixed twin solves the exercise', async () => {
  const page = await stage.open(lesson)
  const { bench, status, problems, console, told, write, askRustc, tab, button } = await openWorkbench(page)
  await tab('driver.c')
  await bench.locator('.view-line:visible').first().waitFor()
  await status.getByText('clang accepts this program.').waitFor()
  await bench.getByText('Linux 7.3.4 · clang 19.1.7').waitFor()

  await button('Run').click()
  await console.getByRole('status').getByText(crash).waitFor()
  await console.getByText(`# ${commands[1]}`).first().waitFor()
  await console.getByText(/clang 19\.1\.7: .* · Linux 7\.3\.4, User-Mode Linux with KASAN: /).waitFor()
  await expect
    .poll(told)
    .toContainEqual('31 BUG: KASAN: slab-use-after-free in fault_read used here after free: reads 8 bytes')
  expect(await told()).toContainEqual('28 freed here')
  await console.getByRole('button', { name: 'driver.c:31' }).first().click()
  await tab('Problems')
  const [allocated, freed, used] = await problems.getByRole('link').allInnerTexts()
  expect([allocated, freed, used]).toEqual(['line 49', 'line 28', 'line 31'])

  await page.keyboard.insertText('/* edited */')
  await expect.poll(() => problems.count(), { message: 'places of an older text would lie' }).toBe(0)
  expect(await told()).toEqual([])

  await tab('main.rs')
  await bench.locator('.view-line:visible').first().waitFor()
  await askRustc()
  await status.getByText('rustc refuses this program: 1 error.').waitFor()
  expect(await told()).toContainEqual(expect.stringMatching(/^19 ✗ E0597/))
  await write(lessonFile(`${folder}/solution/main.rs`))
  await button('Check').click()
  await bench.getByText(/^Solved: all \d+ checks hold\.$/).waitFor()
  await page.context().close()
})

it('run both shows the crash beside the refusal', async () => {
  const page = await stage.open(lesson)
  const { bench, runBoth } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await runBoth()
  const c = bench.getByRole('region', { name: 'Run of driver.c' })
  const rust = bench.getByRole('region', { name: 'Run of main.rs' })
  await c.getByRole('status').getByText(crash).waitFor()
  await rust.getByText('does not live long enough').first().waitFor()
  const [left, right] = await Promise.all([c.boundingBox(), rust.boundingBox()])
  expect(left!.x + left!.width).toBeLessThanOrEqual(right!.x)

  await c.getByRole('button', { name: 'driver.c:31' }).first().click()
  await expect.poll(() => bench.getByRole('tab', { selected: true }).first().textContent()).toBe('C driver.c')
  await page.context().close()
})

it('a kernel lesson is refused, fixed, loaded into the kernel, and solved', async () => {
  const page = await stage.open('/userspace-interfaces/misc-device/')
  const { bench, status, console, write, askRustc, button } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await askRustc()
  await status.getByText(/^rustc refuses this program: \d errors?\.$/).waitFor()
  await write(lessonFile('08-userspace-interfaces/01-misc-device/solution/driver.rs'))
  await status.getByText('rustc accepts this program.').waitFor()
  await bench.getByText('Linux 7.3.4 · rustc 1.85.1').waitFor()
  await button('Run').click()
  await console.getByText(clean).waitFor()
  await console.getByText('# insmod driver.ko').waitFor()
  await button('Check').click()
  await bench.getByText(/^Solved: all \d+ checks hold\.$/).waitFor()
  await bench.getByText('the kernel has nothing to report').waitFor()
  await page.context().close()
})

it('the commands are the reader’s too, and are kept', async () => {
  const page = await stage.open(lesson)
  const { bench, console, tab, button, menu } = await openWorkbench(page)
  await tab('boot.sh')
  const script = bench.getByRole('textbox', { name: /^boot\.sh/ })
  await script.fill('insmod driver.ko\necho from the script\n')
  await bench.getByText('Saved in this browser', { exact: true }).waitFor()
  await page.reload()
  const again = await openWorkbench(page)
  await again.tab('driver.c')
  await button('Run').click()
  await console.getByText('# echo from the script').waitFor()
  await console.getByText(clean).waitFor()
  await again.tab('boot.sh')
  expect(await script.inputValue()).toContain('from the script')
  await menu('Reset boot.sh')
  await expect.poll(() => script.inputValue()).toBe(lessonFile(`${folder}/boot.sh`))
  await page.context().close()
})

it('a driver that never ends its start can be stopped, and the next boot is as if nothing had been', async () => {
  const page = await stage.open(lesson)
  const { console, write, tab, button } = await openWorkbench(page)
  await tab('driver.c')
  await write(toModule('pr_info("on and on\\n");\n\tfor (;;)\n\t\tcpu_relax();'))
  await button('Run').click()
  await console.getByText('on and on').waitFor()
  await button('Stop').click()
  await console.getByText('Stopped.', { exact: true }).waitFor()
  await write(toModule('pr_info("quick\\n");'))
  await button('Run').click()
  await console.getByText(clean).waitFor()
  await page.context().close()
})

it('a flood of the console is cut off with a word, and the page stays light', async () => {
  const page = await stage.open(lesson)
  const { console, write, tab, button } = await openWorkbench(page)
  await tab('driver.c')
  await write(toModule('int i;\n\n\tfor (i = 0; i < 1000000; i++)\n\t\tpr_info("flood %d\\n", i);'))
  await button('Run').click()
  await console
    .getByText(/^Stopped in line \d+: insmod driver\.ko\. The console was flooded/)
    .waitFor({ timeout: 60_000 })
  expect(await console.locator('*').count()).toBeLessThan(4000)
  await page.context().close()
})

it('while the kernel is being built its page says how far it is, and shows what was recorded', async () => {
  const page = await stage.open('about:blank')
  const problem = { type: 'about:blank', title: 'The kernel is being prepared', status: 503 }
  const kernel = { state: 'preparing', percent: 43, step: 'compiling', secondsLeft: 260 }
  await page
    .context()
    .route('**/api/boot', (route) =>
      route.fulfill({ status: 503, contentType: 'application/problem+json', json: problem }),
    )
  const userspace = { state: 'ready', toolchain: 'rustc 1.85.1' }
  await page
    .context()
    .route('**/api/status', (route) => route.fulfill({ json: { userspace, ...byVariant(() => kernel) } }))
  await page.goto(stage.url(lesson))
  const { console, status, askRustc, tab, button } = await openWorkbench(page)
  await tab('driver.c')
  await button('Run').click()
  await console.getByText(/^Recorded on Linux 7\.3\.4, User-Mode Linux with KASAN\.$/).waitFor()
  await console
    .getByText(/The kernel is being prepared: 43 % \(compiling\), about 4 minutes left\./)
    .waitFor()
  await console.getByRole('status').getByText(crash).waitFor()
  await tab('main.rs')
  await tab('Problems')
  await askRustc()
  await status.getByText('rustc refuses this program: 1 error.').waitFor()
  await page.context().close()
})

it('what a lesson brings is there to be read, and each test of kernel and program is a check by its name', async () => {
  const page = await stage.open('/userspace-interfaces/project-logbook/')
  const { bench, tab, write, button } = await openWorkbench(page)
  await tab('given')
  await bench.getByText('suite.c', { exact: true }).click()
  await bench.getByRole('region', { name: 'suite.c' }).getByText('TAP version 13').waitFor()
  await tab('driver.rs')
  await write(lessonFile('08-userspace-interfaces/09-project-logbook/solution/driver.rs'))
  await button('Check').click()
  await bench.getByText(/^Solved: all \d+ checks hold\.$/).waitFor()
  await bench.getByText('a line ends at its line end').waitFor()
  await bench.getByText('ok 5 debugfs says the same', { exact: true }).first().waitFor()
  await page.context().close()
})

/** A module whose start does so. */
function toModule(start: string): string {
  return [
    '#include <linux/module.h>',
    'static int __init demo_init(void)',
    `{\n\t${start}\n\treturn 0;\n}`,
    'module_init(demo_init);',
    'static void __exit demo_exit(void)',
    '{\n}',
    'module_exit(demo_exit);',
    'MODULE_DESCRIPTION("A test");',
    'MODULE_LICENSE("GPL");\n',
  ].join('\n')
}

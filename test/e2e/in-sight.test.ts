import type { Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { useStage } from './browser.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
// A kernel boots in a second; on a busy machine it may be twenty.
vi.setConfig({ testTimeout: 120_000 })
const lesson = '/ownership/borrow-deadline/'
const screens = [
  { width: 1280, height: 720 },
  { width: 820, height: 1180 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
]

it.each(screens)('at $width × $height the refusal comes into sight with its answer', async (viewport) => {
  const page = await stage.open('/orientation/why-a-second-language/', { viewport })
  const { bench, askRustc, problems, told } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await askRustc()
  await problems.first().waitFor()
  await expect.poll(told).not.toEqual([])
  const place = await problems.first().getByRole('link').first().innerText()
  await expect.poll(() => linesInSight(page)).toContain(Number(place.replace('line ', '')))
  await page.context().close()
})

it('after «Run both» the C shows the crash on its line, though it was never in sight', async () => {
  const page = await stage.open(lesson, { viewport: screens[0]! })
  const { bench, console, tab, runBoth } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await runBoth()
  await console.locator('.wb-serial-report').first().waitFor()
  await tab('driver.c')
  await bench.locator('.view-line:visible .squiggly-error, .story-line-crash:visible').first().waitFor()
  await expect.poll(() => linesInSight(page), { timeout: 10_000 }).toContain(31)
  await page.context().close()
})

it.each(screens)('at $width × $height a crash comes into sight with the end of its run', async (viewport) => {
  const page = await stage.open('/orientation/why-a-second-language/', { viewport })
  const { console, tab, button, told } = await openWorkbench(page)
  await tab('driver.c')
  await page.locator('.view-line:visible').first().waitFor()
  await button('Run').click()
  await console.locator('.wb-serial-report').first().waitFor({ timeout: 60_000 })
  await expect.poll(async () => (await told()).join()).toContain('BUG: KASAN')
  const crash = (await told()).find((label) => label.includes('BUG: KASAN'))!
  await expect.poll(() => linesInSight(page)).toContain(Number.parseInt(crash))
  await page.context().close()
})

it('who types keeps the lines that are looked at', async () => {
  const page = await stage.open('/playground/')
  const { status, write } = await openWorkbench(page)
  await write(`fn main() {\n    let n: u8 = "a";\n${'    // more\n'.repeat(80)}}\n`)
  await page.keyboard.press('Control+End')
  await page.keyboard.type('fn more() {}')
  await status.getByText('1 error').waitFor()
  await page.waitForTimeout(500)
  expect(await linesInSight(page)).toContain(83)
  await page.context().close()
})

it('an exercise opens at what matters: boilerplate is one line, which opens', async () => {
  const page = await stage.open('/userspace-interfaces/misc-device/')
  const { bench, drawn } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await expect.poll(() => linesInSight(page)).toContain(46)
  expect(await drawn()).toContain('impl MiscDevice for Visit')
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
  await page.keyboard.press('Control+Home')
  // Monaco has a layer of its own for the pointer.
  const imports = bench.getByText(/^imports: \d+ lines$/)
  await imports.waitFor()
  await imports.click({ force: true })
  await expect.poll(drawn).toContain('use kernel::{')
  const folded = bench.getByRole('button', { name: /^show \d+ folded lines$/ })
  const before = await folded.count()
  await folded.first().click()
  await expect.poll(() => folded.count()).toBe(before - 1)
  await page.context().close()
})

it('tabs are eight columns wide in C on pages, in the plain editor and in the console too', async () => {
  const page = await stage.open(lesson)
  await page.evaluate(() => localStorage.setItem('no-oops:editor', '"plain"'))
  await page.reload()
  const { bench, tab } = await openWorkbench(page)
  await tab('driver.c')
  await bench.locator('textarea:visible').waitFor()
  const wide = (selector: string) =>
    page.locator(selector).evaluateAll((all) => all.map((it) => getComputedStyle(it).tabSize))
  expect(new Set(await wide('.side-c pre, .wb-static pre, .workbench textarea'))).toEqual(new Set(['8']))
  await page.context().close()
})

it('tabs are eight columns wide in C, and Tab writes one', async () => {
  const page = await stage.open(lesson)
  const { bench, drawn, tab } = await openWorkbench(page)
  await tab('driver.c')
  const line = bench.locator('.view-line:visible', { hasText: 'size_t len;' })
  await line.waitFor()
  expect(await drawn()).toContain(`\n${' '.repeat(8)}size_t len;`)
  await line.click()
  await page.keyboard.press('End')
  await page.keyboard.press('Tab')
  await page.keyboard.type('/* here */')
  const saved = () =>
    page.evaluate(() => localStorage.getItem('no-oops:code:ownership/borrow-deadline/driver.c'))
  await expect.poll(saved, { timeout: 5000 }).toContain('size_t len;\\t/* here */')
  await page.context().close()
})

/** Numbers of the lines whose rows are wholly in the visible part of the editor. */
async function linesInSight(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const editor = [...document.querySelectorAll('.monaco-editor')].find((it) => it.clientHeight > 0)!
    const { top, bottom } = editor.getBoundingClientRect()
    return [...editor.querySelectorAll('.line-numbers')]
      .filter((it) => {
        const row = it.getBoundingClientRect()
        return top <= row.top && row.bottom <= bottom
      })
      .map((it) => Number(it.textContent))
  })
}

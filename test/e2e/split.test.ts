import type { Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { phone, useStage } from './browser.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
// A kernel boots in a second; on a busy machine it may be twenty.
vi.setConfig({ testTimeout: 120_000 })
const lesson = '/ownership/borrow-deadline/'
const projector = { width: 1280, height: 720 }

it('on a projector C and Rust stand side by side with twenty lines each, both kernels below', async () => {
  const page = await stage.open(lesson, { viewport: projector })
  const { bench, button } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await button('Split').click()
  await expect.poll(() => rowsInSight(page), { timeout: 20_000 }).toEqual([20, 20])
  await button('Run both').click()
  await bench.getByRole('region', { name: 'Run of driver.c' }).locator('.wb-serial-report').first().waitFor()
  await bench.getByRole('region', { name: 'Run of main.rs' }).waitFor()
  expect(await rowsInSight(page)).toEqual([20, 20])
  const { width, height } = (await bench.boundingBox())!
  expect([width, height]).toEqual([1280, 720])
  await page.context().close()
})

it('the divider is moved by arrow keys and by the pointer, and the split view stays until it is left by key', async () => {
  const page = await stage.open(lesson)
  const { bench } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await page.keyboard.press('Control+Backslash')
  expect(await bench.getAttribute('data-layout')).toBe('page')
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
  await page.keyboard.press('Control+Backslash')
  const divider = bench.getByRole('separator')
  await divider.focus()
  const at = async () => (await divider.boundingBox())!.x
  const before = await at()
  await page.keyboard.press('ArrowRight')
  await expect.poll(at, { timeout: 20_000 }).toBeGreaterThan(before)
  await divider.hover()
  await page.mouse.down()
  await page.mouse.move(500, 300)
  await page.mouse.up()
  await expect.poll(at, { timeout: 20_000 }).toBeLessThan(510)
  await page.reload()
  await expect.poll(() => bench.getAttribute('data-layout'), { timeout: 20_000 }).toBe('split')
  await expect.poll(at, { timeout: 20_000 }).toBeLessThan(510)
  await page.context().close()
})

it('with «?present» the code is large and the text out of sight; on a phone the page is as ever', async () => {
  const page = await stage.open(`${lesson}?present`, { viewport: projector })
  const { bench } = await openWorkbench(page)
  await expect.poll(() => bench.getAttribute('data-layout'), { timeout: 20_000 }).toBe('split')
  const size = () =>
    bench
      .locator('.view-line:visible')
      .first()
      .evaluate((line) => getComputedStyle(line).fontSize)
  await expect.poll(size, { timeout: 20_000 }).toBe('20px')
  await page.context().close()

  const small = await stage.open(`${lesson}?present`, phone)
  await small.getByRole('heading', { level: 1 }).waitFor()
  const there = await openWorkbench(small)
  expect(await there.bench.getAttribute('data-layout')).toBe('page')
  await small.context().close()
})

it('one side fills the window by key, and the page comes back by the same', async () => {
  const page = await stage.open(lesson)
  const { bench } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
  await page.keyboard.press('Control+Shift+Backslash')
  await expect.poll(() => bench.getAttribute('data-layout')).toBe('full')
  const { width, height } = (await bench.boundingBox())!
  expect([width, height]).toEqual([1440, 900])
  expect(await page.locator('.monaco-editor:visible').count()).toBe(1)
  await page.keyboard.press('Control+Shift+Backslash')
  await expect.poll(() => bench.getAttribute('data-layout')).toBe('page')
  await page.context().close()
})

it('Esc leaves the full window, but first what else it ends: editing, a widget of the editor, a menu', async () => {
  const page = await stage.open(lesson)
  const { bench, button } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  const layout = () => bench.getAttribute('data-layout')
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
  await page.keyboard.press('Control+Shift+Backslash')
  await expect.poll(layout).toBe('full')
  await page.keyboard.type('// mine')
  await bench.getByText('Tab indents').or(bench.getByText('indents; ')).first().waitFor()
  await page.keyboard.press('Control+f')
  await bench.locator('.find-widget.visible').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => bench.locator('.find-widget.visible').count()).toBe(0)
  expect(await layout()).toBe('full')
  await button('Menu').click()
  await bench.locator('.wb-menu:popover-open').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => bench.locator('.wb-menu:popover-open').count()).toBe(0)
  expect(await layout()).toBe('full')
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
  await page.keyboard.type('!')
  await page.keyboard.press('Escape')
  expect(await layout()).toBe('full')
  await page.keyboard.press('Escape')
  await expect.poll(layout).toBe('page')
  await page.context().close()
})

it('Esc leaves the full window to who has the keys of vim: they press it at every turn', async () => {
  const page = await stage.open('/404.html')
  await page.evaluate(() => localStorage.setItem('no-oops:keymap', 'vim'))
  await page.goto(stage.url(lesson))
  const { bench } = await openWorkbench(page)
  await bench.locator('.wb-vim-status').waitFor()
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
  await page.keyboard.press('Control+Shift+Backslash')
  const layout = () => bench.getAttribute('data-layout')
  await expect.poll(layout).toBe('full')
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Escape')
  expect(await layout()).toBe('full')
  await page.context().close()
})

it('a duty lights up on both sides, and with the cursor in it the other side shows its lines', async () => {
  const page = await stage.open(lesson, { viewport: projector })
  const { bench, button } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await button('Split').click()
  const [c, rust] = [bench.locator('.wb-editor-c'), bench.locator('.wb-editor-rust')]
  await c.locator('.wb-duty-mark').first().waitFor()
  // Both sides still find their places: a pointer that rests would be on another line then.
  const line = c.locator('.view-line', { hasText: '__free(kfree)' })
  const lit = async () => {
    await page.mouse.move(0, 0)
    await line.hover()
    return rust.locator('.wb-duty-lit').count()
  }
  await expect.poll(lit, { timeout: 20_000, interval: 500 }).toBeGreaterThan(0)
  expect(await c.locator('.wb-duty-lit').count()).toBeGreaterThan(0)

  await c.getByRole('textbox', { name: /the C you edit/ }).focus()
  await page.keyboard.press('Control+End')
  await expect.poll(() => c.locator('.wb-duty-lit').count()).toBe(0)
  await rust.locator('.view-line', { hasText: 'self.pending.take()' }).click()
  await c.locator('.view-line', { hasText: '__free(kfree)' }).waitFor()
  await expect.poll(() => c.locator('.wb-duty-lit').count()).toBeGreaterThan(0)
  await page.context().close()
})

it('with «?present» F8 asks rustc and walks the story, though nothing has the focus', async () => {
  const page = await stage.open(`${lesson}?present`, { viewport: projector })
  const { bench, problems } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await expect.poll(() => bench.getAttribute('data-layout'), { timeout: 20_000 }).toBe('split')
  await page.keyboard.press('F8')
  await problems.first().waitFor()
  for (const step of [1, 2, 3]) {
    await page.keyboard.press('F8')
    await bench.getByText(`${step} of 4`, { exact: true }).waitFor()
  }
  await bench.locator('.wb-label-block.is-whole, .wb-lit').first().waitFor()
  await page.context().close()
})

/** Of each editor, how many lines are wholly in sight; at most twenty are counted. */
async function rowsInSight(page: Page): Promise<number[]> {
  return page.locator('.monaco-editor:visible').evaluateAll((editors) =>
    editors.map((editor) => {
      const height = Number.parseFloat(getComputedStyle(editor.querySelector('.view-line')!).height)
      return Math.min(20, Math.floor(editor.clientHeight / height))
    }),
  )
}

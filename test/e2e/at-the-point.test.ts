import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useStage } from './browser.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
const lesson = '/ownership/borrow-deadline/'
const unused = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `fn f${n}(arg${n}: u8) {}\n`).join('')
const program = `${unused}fn main() {\n    f1(1);f2(2);f3(3);f4(4);f5(5);f6(6);f7(7);f8(8);\n}\n`

it('what Ctrl+. shows is the change of the line that it was asked on, and the list goes along with F8', async () => {
  const page = await stage.open('/playground/', { viewport: { width: 1280, height: 720 } })
  const { bench, status, write } = await openWorkbench(page)
  await write(program)
  await status.getByText('8 warnings').waitFor()
  for (let presses = 0; presses < 6; presses++) await page.keyboard.press('F8')
  const current = bench.locator('.wb-step[aria-current]')
  await current.getByText('line 6').waitFor()
  await expect.poll(() => isInSight(current)).toBe(true)
  await page.keyboard.press('Control+.')
  await page
    .getByText(/^Show the change: if this is intentional/)
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  const preview = bench.locator('.wb-preview')
  await preview.waitFor()
  expect(await preview.innerText()).toContain('_arg6')
  await expect.poll(() => isInSight(preview.getByRole('button', { name: 'Use it' }))).toBe(true)
  await page.context().close()
})

it('a console that says «refused» says so of the code as it was, once that is changed', async () => {
  const page = await stage.open(lesson)
  const { console, button, bench } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await button('Run').click()
  await console.getByText('so there is nothing to run').waitFor()
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
  await page.keyboard.type('// ')
  await console.getByText('It has changed since: press Run again.').waitFor()
  expect(await console.getByText('so there is nothing to run').count()).toBe(0)
  await page.context().close()
})

it.each([
  { width: 820, height: 900 },
  { width: 320, height: 256 },
])('at $width × $height who runs by key sees cursor and result, or goes along', async (viewport) => {
  const page = await stage.open('/playground/', { viewport })
  const { bench, console, write } = await openWorkbench(page)
  await write(`fn main() {\n    println!("ran");\n${'    // more\n'.repeat(30)}}\n`)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+Enter')
  await console.getByText('exit code 0').waitFor()
  await expect.poll(() => isInSight(bench.getByRole('tab', { name: 'Console' }))).toBe(true)
  await expect.poll(() => isCursorInSight(page)).toBe(true)
  await page.context().close()
})

it('F8 before anybody has asked rustc offers to ask', async () => {
  const page = await stage.open(lesson)
  const { bench, problems } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
  const hint = bench.locator('.wb-hint')
  await hint.getByText('Tab leaves').waitFor()
  expect(await hint.innerText()).not.toContain('next step')
  await page.keyboard.press('F8')
  const toast = bench.locator('.wb-toast')
  await toast.getByText('rustc was not asked').waitFor()
  await toast.getByRole('button', { name: 'Ask rustc' }).click()
  await problems.first().waitFor()
  await hint.getByText('F8 next step').waitFor()
  await page.context().close()
})

it('a menu is within the window, however small that is', async () => {
  const page = await stage.open('/playground/', { viewport: { width: 320, height: 256 } })
  const { bench, button } = await openWorkbench(page)
  await button('Menu').focus()
  await page.keyboard.press('Enter')
  const menu = bench.locator('.wb-menu:popover-open')
  await menu.waitFor()
  await page.keyboard.press('ArrowUp')
  const focused = menu.locator('button:focus')
  await expect.poll(() => isInSight(focused)).toBe(true)
  const { y, height } = (await menu.boundingBox())!
  expect(y + height).toBeLessThanOrEqual(256)
  await page.context().close()
})

it('the results are made higher by arrow keys and by the pointer, and that is kept', async () => {
  const page = await stage.open(lesson, { viewport: { width: 1280, height: 720 } })
  const { bench } = await openWorkbench(page)
  const divider = bench.getByRole('separator', { name: 'Height of the results' })
  const height = async () => (await bench.locator('.wb-output').boundingBox())!.height
  const before = await height()
  await divider.focus()
  for (let presses = 0; presses < 5; presses++) await page.keyboard.press('ArrowUp')
  await expect.poll(height).toBeGreaterThan(before + 30)
  await divider.hover()
  await page.mouse.down()
  await page.mouse.move(1000, 250)
  await page.mouse.up()
  await expect.poll(height).toBeGreaterThan(400)
  await page.reload()
  await openWorkbench(page)
  await expect.poll(height).toBeGreaterThan(400)
  await divider.dblclick()
  await expect.poll(height).toBe(before)
  await page.context().close()
})

it('Ctrl+G goes to a line by its number', async () => {
  const page = await stage.open(lesson)
  const { bench } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
  await page.keyboard.press('Control+g')
  const dialog = page.getByRole('dialog', { name: 'Go to line' })
  await dialog.getByRole('textbox').fill('900')
  await page.keyboard.press('Enter')
  await dialog.getByText(/Give a number from 1 to \d+/).waitFor()
  await dialog.getByRole('textbox').fill('24')
  await page.keyboard.press('Enter')
  await expect.poll(() => bench.locator('.active-line-number:visible').innerText()).toBe('24')
  await page.context().close()
})

it('what the keys do stays whole beside «Saved»', async () => {
  const page = await stage.open('/playground/', { viewport: { width: 1280, height: 720 } })
  const { bench, status, write } = await openWorkbench(page)
  await write(program)
  await status.getByText('8 warnings').waitFor()
  await bench.getByText('Saved in this browser').waitFor({ state: 'attached' })
  const isWhole = () => bench.locator('.wb-hint').evaluate((hint) => hint.scrollWidth <= hint.clientWidth)
  await expect.poll(isWhole).toBe(true)
  await page.context().close()
})

it('«Open in the playground» from the C shows the C there', async () => {
  const page = await stage.open(lesson)
  const { bench, tab, menu } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await tab('driver.c')
  await menu('Open in the playground')
  await page.waitForURL(/playground/)
  const { bench: there } = await openWorkbench(page)
  await there.getByRole('textbox', { name: 'driver.c, the C you edit' }).waitFor()
  await page.context().close()
})

it('an opened drawing is in sight', async () => {
  const page = await stage.open(lesson, { viewport: { width: 1280, height: 720 } })
  const { bench, askRustc } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await askRustc()
  await bench.getByText('Draw it').click()
  const drawing = bench.locator('.drawing svg')
  await drawing.waitFor()
  await expect
    .poll(async () => {
      const [inner, outer] = [
        (await drawing.boundingBox())!,
        (await bench.locator('.wb-panels').boundingBox())!,
      ]
      return Math.min(inner.y + inner.height, outer.y + outer.height) - Math.max(inner.y, outer.y)
    })
    .toBeGreaterThan(80)
  await page.context().close()
})

it('in split view the checks of a port say which step is next, and begin with what that asks for', async () => {
  const page = await stage.open('/rust-for-c-readers/port-a-parser/', {
    viewport: { width: 1280, height: 720 },
  })
  const { bench, button } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await button('Split').click()
  await button('Check').click()
  await bench.getByText('0 of 5 steps done.').waitFor()
  await bench.getByText('Now step 1:').waitFor()
  expect(await bench.locator('.wb-checks > .wb-fails').first().innerText()).toContain('a number is read')
  await page.context().close()
})

/** Wholly within the window and what scrolls around it. */
async function isInSight(element: Locator): Promise<boolean> {
  return element.evaluate((it) => {
    const { top, bottom } = it.getBoundingClientRect()
    const scroller = it.closest('[role=tabpanel], .wb-menu')?.getBoundingClientRect()
    const from = Math.max(0, scroller?.top ?? 0)
    return top >= from - 1 && bottom <= Math.min(innerHeight, scroller?.bottom ?? innerHeight) + 1
  })
}

/** Where the editor has no focus there is no cursor to be lost. */
async function isCursorInSight(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const active = document.activeElement
    if (!active?.closest('.wb-editors')) return true
    const { top, bottom } = active.getBoundingClientRect()
    const covered = document.querySelector('.wb-top')!.getBoundingClientRect().bottom
    return (
      bottom <= innerHeight && (active.matches('.plain-editor') ? bottom : top) >= Math.max(0, covered - 1)
    )
  })
}

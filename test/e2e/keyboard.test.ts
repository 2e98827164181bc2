import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useStage } from './browser.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
const lesson = '/ownership/borrow-deadline/'

it.each(['Tab', 'Shift+Tab'])('going through the whole page by %s changes no code', async (key) => {
  const page = await stage.open(lesson)
  const { bench, drawn } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  const before = await drawn()
  const seen = new Set<string>()
  await page.locator('body').focus()
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press(key)
    seen.add(await focused(page))
  }
  expect([...seen]).toContainEqual(expect.stringContaining('the Rust you edit'))
  expect([...seen]).toContainEqual('Hint')
  expect(await drawn()).toBe(before)
  await page.context().close()
})

it('Tab indents for who edits; Esc and Tab leave; the line below says what holds', async () => {
  const page = await stage.open(lesson)
  const { bench, drawn } = await openWorkbench(page)
  const hint = bench.locator('.wb-hint')
  await bench.locator('.view-line').first().waitFor()
  await hint.getByText('Tab leaves until you type').waitFor()
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('// ')
  await hint.getByText('Tab indents; Esc, then Tab leaves').waitFor()
  await page.keyboard.press('Home')
  await page.keyboard.press('Tab')
  await expect.poll(async () => (await drawn()).split('\n')[0]).toMatch(/^ {4}\/\/ /)
  await page.keyboard.press('Escape')
  await hint.getByText('Tab leaves until you type').waitFor()
  const before = await drawn()
  await page.keyboard.press('Tab')
  expect(await focused(page)).not.toContain('the Rust you edit')
  expect(await drawn()).toBe(before)

  await bench.locator('.view-line').first().click()
  await hint.getByText('Tab indents').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+Tab')
  expect(await focused(page)).not.toContain('the Rust you edit')
  await page.context().close()
})

it('the editor that has the focus is ringed', async () => {
  const page = await stage.open(lesson)
  const { bench } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  const ring = () =>
    bench.locator('.wb-monaco:visible').evaluate((editor) => getComputedStyle(editor, '::after').outlineStyle)
  expect(await ring()).toBe('none')
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
  await expect.poll(ring).toBe('solid')
  await page.context().close()
})

/** Name or text of what has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? ''
  })
}

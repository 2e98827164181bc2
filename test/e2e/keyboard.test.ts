import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { phone, useStage, wide } from './browser.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
const lesson = '/ownership/borrow-deadline/'

it.for([
  ['Tab', wide],
  ['Shift+Tab', wide],
  ['Tab', { width: 820, height: 1180 }],
  ['Tab', phone.viewport!],
] as const)('going through the whole page by %s changes no code, at %o', async ([key, viewport]) => {
  const page = await stage.open(lesson, { viewport })
  const { bench } = await openWorkbench(page)
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).waitFor({ state: 'attached' })
  const before = await savedCode(page)
  const seen = new Set<string>()
  await page.locator('body').focus()
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press(key)
    seen.add(await focused(page))
  }
  expect([...seen]).toContainEqual(expect.stringContaining('the Rust you edit'))
  expect([...seen]).toContainEqual('Hint')
  await page.waitForTimeout(700)
  expect(await savedCode(page)).toEqual(before)
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

it.for([
  ['large', wide, '.wb-monaco:visible', '::after'],
  ['plain', phone.viewport!, '.plain-editor:visible', undefined],
] as const)('the %s editor is ringed while it has the focus', async ([, viewport, editor, pseudo]) => {
  const page = await stage.open(lesson, { viewport })
  const { bench } = await openWorkbench(page)
  const input = bench.getByRole('textbox', { name: /the Rust you edit/ })
  await input.waitFor({ state: 'attached' })
  const ring = () =>
    bench.locator(editor).evaluate((it, pseudo) => getComputedStyle(it, pseudo).outlineStyle, pseudo)
  expect(await ring()).toBe('none')
  await input.focus()
  await expect.poll(ring).toBe('solid')
  const offset = await bench
    .locator(editor)
    .evaluate((it, pseudo) => Number.parseFloat(getComputedStyle(it, pseudo).outlineOffset), pseudo)
  expect(offset, 'what stands out of its pane is cut off').toBeLessThan(0)
  await page.context().close()
})

it('in the plain editor Tab always leaves, also while one types', async () => {
  const page = await stage.open(lesson, { viewport: phone.viewport! })
  const { bench } = await openWorkbench(page)
  const input = bench.getByRole('textbox', { name: /the Rust you edit/ })
  await input.waitFor()
  await input.focus()
  await page.keyboard.type('// ')
  const text = await input.inputValue()
  await page.keyboard.press('Tab')
  expect(await focused(page)).not.toContain('the Rust you edit')
  expect(await input.inputValue()).toBe(text)
  await page.context().close()
})

/** Name or text of what has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? ''
  })
}

/** All code that this browser has saved: what was edited is there half a second later. */
function savedCode(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Object.entries(localStorage).flatMap(([key, text]) => (key.includes(':code:') ? [`${key} ${text}`] : [])),
  )
}

import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useStage } from './browser.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
const lesson = '/ownership/borrow-deadline/'

it('while the large editor is on its way the plain one takes the keys, and it goes on with text, cursor and undo', async () => {
  const { page, letThrough } = await openOnSlowLine()
  const { bench, drawn } = await openWorkbench(page)
  await bench.getByRole('button', { name: 'Run', exact: true }).waitFor()
  await bench.locator('.wb-static .line', { hasText: 'seen.len()' }).last().click()
  const stand = bench.locator('.wb-stand-in textarea')
  await stand.waitFor()
  await page.keyboard.press('End')
  await page.keyboard.type(' // one')
  await page.waitForTimeout(1100)
  await page.keyboard.type(' two')
  expect(await stand.inputValue()).toContain('seen.len() // one two')

  letThrough()
  await bench.locator('.view-line').first().waitFor()
  await page.keyboard.type(' three')
  await expect.poll(drawn).toContain('seen.len() // one two three')
  for (const left of ['seen.len() // one two', 'seen.len() // one', 'seen.len()']) {
    await page.keyboard.press('Control+z')
    await expect.poll(async () => lineWith('seen.len()', await drawn())).toBe(left)
  }
  await page.context().close()
})

it('who comes by keyboard and types is in the plain editor too, and the focus goes on to the large one', async () => {
  const { page, letThrough } = await openOnSlowLine()
  const { bench, drawn } = await openWorkbench(page)
  await bench.getByRole('button', { name: 'Run', exact: true }).waitFor()
  await bench.locator('.wb-static:visible pre').focus()
  await page.keyboard.type('/* mine */')
  await expect.poll(() => bench.locator('.wb-stand-in textarea').inputValue()).toContain('/* mine */')
  letThrough()
  await bench.locator('.view-line').first().waitFor()
  await page.keyboard.type('/* too */')
  await expect.poll(drawn).toContain('/* mine *//* too */')
  await page.context().close()
})

it('who reads the static code by keyboard is in the editor when it comes, and goes on by Tab', async () => {
  const { page, letThrough } = await openOnSlowLine()
  const { bench, drawn } = await openWorkbench(page)
  await bench.getByRole('button', { name: 'Run', exact: true }).waitFor()
  await bench.locator('.wb-static:visible pre').focus()
  letThrough()
  await bench.locator('.view-line').first().waitFor()
  const before = await drawn()
  const hasFocus = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
  await expect.poll(hasFocus).toContain('the Rust you edit')
  await page.keyboard.press('Tab')
  await expect.poll(hasFocus).not.toContain('the Rust you edit')
  expect(await drawn()).toBe(before)
  await page.context().close()
})

/** A lesson whose large editor does not come before it is let through. */
async function openOnSlowLine(): Promise<{ page: Page; letThrough: () => void }> {
  const page = await stage.open('about:blank')
  let letThrough = () => {}
  const gate = new Promise<void>((resolve) => (letThrough = resolve))
  await page.route(/\/_astro\/monaco-code-editor\.[^/]*\.js$/, async (route) => {
    await gate
    await route.continue()
  })
  await page.goto(stage.url(lesson))
  return { page, letThrough }
}

function lineWith(part: string, code: string): string | undefined {
  return code
    .split('\n')
    .find((line) => line.includes(part))
    ?.trim()
}

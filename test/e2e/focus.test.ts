import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useStage } from './browser.ts'
import { openWorkbench, type WorkbenchPage } from './workbench-page.ts'

const stage = useStage()
const lesson = '/ownership/borrow-deadline/'

/** What each button does that is not there any more afterwards, and how to come to it. */
const vanishing: [name: string, go: (page: Page, workbench: WorkbenchPage) => Promise<void>][] = [
  ['Ask rustc', async (_, { button }) => button('Ask rustc').press('Enter')],
  [
    'Close of a hint',
    async (_, { button }) => {
      await button('Hint').press('Enter')
      await button('Close').press('Enter')
    },
  ],
  [
    'the last hint, then the solution',
    async (_, { bench, button }) => {
      await button('Hint').press('Enter')
      for (const next of ['Next hint (2 of 3)', 'Next hint (3 of 3)', 'Solution', 'Show the solution'])
        await button(next).press('Enter')
      await button('Put it into the editor').press('Enter')
      await bench.getByText('The solution is in the editor.').waitFor()
    },
  ],
  [
    'Undo of a message',
    async (_, { bench, button, menu }) => {
      await menu('Reset the lesson')
      await button('Undo').press('Enter')
      await expect.poll(() => bench.locator('.wb-toast').count()).toBe(0)
    },
  ],
  [
    'closing a message',
    async (_, { button, menu }) => {
      await menu('Reset the lesson')
      await button('Close this message').press('Enter')
    },
  ],
  [
    'Close of an explanation',
    async (_, { askRustc, explain, button }) => {
      await askRustc()
      await explain()
      await button('Close').press('Enter')
    },
  ],
  ['the plain editor', async (_, { menu }) => menu('Plain editor')],
  [
    'leaving the split view from its divider',
    async (page, { bench, button }) => {
      await button('Split').press('Enter')
      await bench.getByRole('separator', { name: 'Width of the C side' }).focus()
      await page.keyboard.press('Control+Backslash')
      await expect.poll(() => bench.getByRole('separator', { name: 'Width of the C side' }).count()).toBe(0)
    },
  ],
]

it.each(vanishing)('after «%s» the focus is in the workbench', async (_, go) => {
  const page = await stage.open(lesson)
  const workbench = await openWorkbench(page)
  await workbench.bench.locator('.view-line').first().waitFor()
  await go(page, workbench)
  await page.waitForTimeout(300)
  expect(await workbench.bench.evaluate((section) => section.contains(document.activeElement))).toBe(true)
  await page.context().close()
})

import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { phone, useStage } from './browser.ts'
import { openPlayground } from './playground-page.ts'
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
  ['a menu that Esc closes', async (page, { button }) => leaveByEscape(page, button('Menu'))],
  [
    'a window over the page that Esc closes',
    async (page, { menu }) => leave(page, () => menu('Where code goes…')),
  ],
  [
    'a window over the page that its button closes',
    async (page, { menu }) => {
      await menu('Embed')
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).press('Enter')
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    },
  ],
  [
    'a result that is gone to',
    async (_, { askRustc, problems }) => {
      await askRustc()
      await problems.first().getByRole('link').first().press('Enter')
    },
  ],
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
  await expectFocusInWorkbench(page)
})

it('on a phone too, after a hint, a question and a message are gone', async () => {
  const page = await stage.open(lesson, phone)
  const { bench, button, menu } = await openWorkbench(page)
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).waitFor()
  await button('Ask rustc').press('Enter')
  await bench
    .getByText(/^rustc refuses this program/)
    .first()
    .waitFor()
  expect(await hasFocus(bench)).toBe(true)
  await button('Hint').press('Enter')
  await button('Close').press('Enter')
  expect(await hasFocus(bench)).toBe(true)
  await menu('Reset the lesson')
  await button('Close this message').press('Enter')
  await expectFocusInWorkbench(page)
})

it('in the playground too, after a file is added, is not, and is removed', async () => {
  const page = await stage.open('/playground/')
  const { addFile, editor, menu, bench } = await openPlayground(page)
  await addFile('ring.rs')
  await editor('ring.rs').waitFor({ state: 'attached' })
  await expect.poll(() => hasFocus(bench)).toBe(true)
  await leave(page, () => menu('Add a file'))
  await expect.poll(() => hasFocus(bench)).toBe(true)
  await menu('Remove ring.rs')
  await expect.poll(() => editor('ring.rs').count()).toBe(0)
  await expectFocusInWorkbench(page)
})

/** Once all that was going on has settled. */
async function expectFocusInWorkbench(page: Page) {
  await page.waitForTimeout(300)
  expect(await hasFocus(page.getByRole('region', { name: 'Workbench' }))).toBe(true)
  await page.context().close()
}

function hasFocus(part: Locator): Promise<boolean> {
  return part.evaluate((element) => element.contains(document.activeElement))
}

/** Opens a window over the page, and closes it by Esc. */
async function leave(page: Page, open: () => Promise<void>) {
  await open()
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
}

async function leaveByEscape(page: Page, button: Locator) {
  await button.press('Enter')
  await page.locator('.wb-menu:popover-open').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator('.wb-menu:popover-open').count()).toBe(0)
}

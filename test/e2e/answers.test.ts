import type { Locator, Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { useStage } from './browser.ts'
import { lessonFile } from './lesson-files.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
vi.setConfig({ testTimeout: 120_000 })
const lesson = '/ownership/borrow-deadline/'

it('arrow keys go through answers, Space gives one, and what it says is spoken', async () => {
  const page = await stage.open(lesson)
  const question = await wake(page, page.locator('.question').first())
  await question.getByRole('radio').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect(await question.locator(':checked').count()).toBe(0)
  await page.keyboard.press('Space')
  await expect.poll(() => question.locator(':checked').count()).toBe(1)
  await expect.poll(() => question.getByRole('status').innerText()).toMatch(/^(Yes|No)\. ./)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect.poll(() => question.getByRole('radio').nth(1).isChecked()).toBe(true)
  await page.context().close()
})

it('a prediction is judged aloud once it is compared, and again when the reader comes back', async () => {
  const page = await stage.open(lesson)
  const predict = await wake(page, page.locator('.predict'))
  await predict.getByRole('combobox').selectOption({ index: 1 })
  expect(await predict.getByRole('status').innerText()).toBe('')
  await predict.getByText('Compare with rustc').click()
  await expect
    .poll(() => predict.getByRole('status').innerText())
    .toMatch(/^rustc points at another line\. Line \d/)
  await page.reload()
  await predict.getByText('rustc points at another line.').first().waitFor()
  await page.context().close()
})

it('«Read on» leaves the split view, goes to what is left, and names no more than that', async () => {
  const page = await stage.open(lesson)
  const { bench, button, write, tab } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await write(lessonFile('03-ownership/02-borrow-deadline/solution/main.rs'))
  await button('Split').click()
  await button('Check').click()
  const readOn = bench.locator('.wb-read-on')
  await expect.poll(() => readOn.innerText(), { timeout: 60_000 }).toMatch(/3 questions$/)
  await readOn.press('Enter')
  await expect.poll(() => bench.getAttribute('data-layout')).toBe('page')
  await expect
    .poll(() => page.evaluate(() => `#${document.activeElement?.id}`))
    .toBe(await readOn.getAttribute('href'))
  for (const answer of await page.locator('.questions .correct input').all()) await answer.check()
  await tab('Checks')
  await expect.poll(() => readOn.innerText()).not.toContain('question')
  await page.context().close()
})

/** Brings what a reader brings: the scripts that come with the first sign of one. */
async function wake(page: Page, part: Locator): Promise<Locator> {
  await page.mouse.move(5, 5)
  await page.mouse.move(9, 9)
  await part.getByRole('status').first().waitFor({ state: 'attached' })
  return part
}

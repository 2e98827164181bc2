import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '#scripts/root.ts'
import { useStage } from './browser.ts'
import { serveFiles } from './serve-files.ts'

const stage = useStage(() => serveFiles(join(root, 'dist'), '/'))

it('the steps of a figure keep the focus to both ends, and say what each shows', async () => {
  const page = await stage.open('/first-module/project-logbook/')
  const figure = page.locator('[data-figure-steps]').first()
  const [back, on] = [
    figure.getByRole('button', { name: 'Back' }),
    figure.getByRole('button', { name: 'Next' }),
  ]
  const status = figure.getByRole('status')
  const caption = figure.locator('li:not(.away) > p')
  await on.focus()
  expect(await status.innerText(), 'nothing is said at load').toBe('')
  for (const at of [2, 3, 4, 4]) {
    await page.keyboard.press('Enter')
    await figure.getByText(`Step ${at} of 4`).waitFor()
    expect(await status.textContent()).toBe(await caption.textContent())
  }
  expect(await on.evaluate((it) => it === document.activeElement)).toBe(true)
  expect(await on.getAttribute('aria-disabled')).toBe('true')
  await back.focus()
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('Enter')
  await figure.getByText('Step 1 of 4').waitFor()
  expect(await back.evaluate((it) => it === document.activeElement)).toBe(true)
  await page.context().close()
})

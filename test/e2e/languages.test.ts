import { expect, it } from 'vitest'
import { useStage } from './browser.ts'

const stage = useStage()
const lesson = '/orientation/fact-check-the-tree/'

it('a reader goes on with a lesson in German, and finds the answers in both languages', async () => {
  const page = await stage.open(lesson)
  const first = page.locator('.task').first()
  await first.getByRole('radio', { name: 'Partly' }).click()
  await page.locator('.site-header').getByRole('link', { name: 'DE', exact: true }).click()
  await page.waitForURL(`**/de${lesson}`)

  expect(await page.locator('html').getAttribute('lang')).toBe('de')
  await expect.poll(() => first.getByRole('radio', { name: 'Teilweise' }).isChecked()).toBe(true)
  const second = page.locator('.task').nth(1)
  await second.getByRole('radio', { name: 'Stimmt' }).click()
  await page.locator('.site-footer').getByRole('link', { name: 'English' }).click()
  await page.waitForURL((url) => url.pathname === lesson)

  await expect.poll(() => second.getByRole('radio', { name: 'True' }).isChecked()).toBe(true)
  await page.context().close()
})

it('a German page leads to German pages, and says of an English one that it is English', async () => {
  const page = await stage.open('/de/')
  await page.getByRole('link', { name: 'Fortschritt' }).click()
  await page.waitForURL('**/de/progress/')
  await page.getByText('Von 0').or(page.getByText('0 von')).first().waitFor()
  const errors = page.locator('.site-header').getByRole('link', { name: /^Fehler/ })
  expect(await errors.getAttribute('hreflang')).toBe('en')
  await page.context().close()
})

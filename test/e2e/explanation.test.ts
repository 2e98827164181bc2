import { expect, it } from 'vitest'
import { phone, useStage } from './browser.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
const lesson = '/ownership/borrow-deadline/'
const refused = `fn main() {
    let buf = vec![1u8, 2, 3];
    let first = &buf[0];
    drop(buf);
    println!("{first}");
}
`

it('from a refusal one comes to its explanation, to the page of its code and on to a lesson', async () => {
  const page = await stage.open('/playground/')
  const { bench, write, status } = await openWorkbench(page)
  await write(refused)
  await status.getByText('1 error').waitFor()
  await bench.getByText('Explain E0505').click()
  await bench.getByText('in C: use-after-free').waitFor()
  for (const name of ['In C', 'What rustc leaves out', 'Fixes']) {
    await bench.getByRole('heading', { name, exact: true }).waitFor()
  }
  const colourOf = (name: string) =>
    bench.getByRole('heading', { name, exact: true }).evaluate((it) => getComputedStyle(it).color)
  expect(await colourOf('In C'), 'C is blue').not.toBe(await colourOf('Fixes'))
  const rustcText = bench.getByText('A value was moved out while it was still borrowed.')
  expect(await rustcText.isVisible()).toBe(false)
  await bench.getByText('rustc’s own text').click()
  await rustcText.waitFor()
  await bench.getByRole('link', { name: 'whole page' }).click()
  await page.waitForURL('**/errors/E0505/')
  await page.getByRole('heading', { name: /^E0505/, level: 1 }).waitFor()
  await page.getByRole('link', { name: /Use after free and borrows/ }).click()
  await page.waitForURL(`**${lesson}`)
  await page.context().close()
})

it('the explanation needs no service', async () => {
  const page = await stage.open(lesson)
  await page.context().route('**/api/**', (route) => route.abort())
  const { askRustc, explain } = await openWorkbench(page)
  await askRustc()
  await explain()
  await page.context().close()
})

it('where the site is out of reach too, it says where else the explanation is', async () => {
  const page = await stage.open('/playground/')
  const { bench, write, status } = await openWorkbench(page)
  await write(refused)
  await status.getByText('1 error').waitFor()
  await page.context().route('**/errors/*.json', (route) => route.abort())
  await bench.getByText('Explain E0505').click()
  await bench.getByText(/can’t be fetched now/).waitFor()
  expect(await bench.getByRole('link', { name: '/errors/E0505/' }).getAttribute('href')).toBe(
    '/errors/E0505/',
  )
  await page.context().close()
})

it('a lesson links the code that it teaches, and so does the header', async () => {
  const page = await stage.open(lesson)
  await page
    .getByRole('complementary')
    .getByRole('link', { name: /^E\d{4}$/ })
    .click()
  await page.waitForURL(/\/errors\/E\d{4}\/$/)
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Errors' }).click()
  await page.waitForURL('**/errors/')
  await page.context().close()
})

it('the filter leaves what matches, and Enter opens what is alone', async () => {
  const page = await stage.open('/errors/')
  const filter = page.getByRole('searchbox')
  await filter.fill('use-after-free moved')
  await page.getByRole('row', { name: /^E0505 / }).waitFor()
  await filter.fill('e0505')
  await page.getByText('1 match; Enter opens it.').waitFor()
  expect(await page.getByRole('link', { name: 'E0001' }).isVisible()).toBe(false)
  await filter.press('Enter')
  await page.waitForURL('**/errors/E0505/')
  await page.context().close()
})

it('without JavaScript every code is there, on a phone too', async () => {
  const page = await stage.open('/errors/', { ...phone, javaScriptEnabled: false })
  expect(await page.getByRole('searchbox').isVisible()).toBe(false)
  expect(await page.locator('.code-list a:visible').count()).toBeGreaterThan(500)
  await page.locator('.code-list').getByRole('link', { name: 'E0505' }).click()
  expect(await page.getByRole('article').innerText()).toContain('What rustc leaves out')
  await page.context().close()
})

import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { phone, useStage } from './browser.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()

it('a report is explained part by part, and the line in the C is found by pointing at it', async () => {
  const page = await stage.open('/first-module/gfp-flags-and-contexts/')
  await page.locator('.report summary').filter({ hasText: 'in_atomic(): 1' }).click()
  await page.getByText('says that preemption is off').waitFor()
  const side = page.locator('.forensics .side-c')
  await side.locator('[data-line="24"] .src').click()
  await side.getByText('The lock is taken here, and that is right').waitFor()
  await side.locator('[data-line="26"] .src').click()
  await side.getByText('allows the allocator to wait').waitFor()
  await page.reload()
  await page.getByText('allows the allocator to wait').first().waitFor()
  await page.context().close()
})

it('a word is explained where the pointer rests on it, in code and in the text', async () => {
  const page = await stage.open('/ownership/borrow-deadline/')
  const card = page.locator('.word-card')
  await restOn(page, page.locator('.side-rust .line').getByText('impl', { exact: true }).first())
  await card.getByText('Holds the functions that belong to a type').waitFor()
  await card.getByRole('link', { name: 'lesson 2.3' }).hover()
  expect(await card.isVisible(), 'one can point at the card itself').toBe(true)
  await page.mouse.move(5, 5)
  await card.waitFor({ state: 'hidden' })
  await page.context().close()
})

it('a page in German explains a word in German, in code and where its text uses it', async () => {
  const page = await stage.open('/de/orientation/why-a-second-language/')
  const card = page.locator('.word-card')
  await restOn(page, page.locator('article a', { hasText: 'Besitzer' }).first())
  await card.getByText('Die Variable, die einen Wert freigibt').waitFor()
  await restOn(
    page,
    page.locator('.side-rust .line').getByText('Box', { exact: true }).filter({ visible: true }).first(),
  )
  await card.getByText('Besitzt ein Objekt auf dem Heap').waitFor()
  await card.getByRole('link', { name: 'Glossar' }).click()
  await page.waitForURL('**/de/glossary/#box')
  await page.context().close()
})

it('an idiom of C is told in Rust, with a link to its row', async () => {
  const page = await stage.open('/first-module/module-and-exit/')
  const card = page.locator('.word-card')
  await restOn(
    page,
    page.locator('.side-c .line').getByText('pr_info', { exact: true }).filter({ visible: true }).first(),
  )
  await card.getByText('In Rust: pr_info!').waitFor()
  await card.getByRole('link', { name: 'C to Rust' }).click()
  await page.waitForURL('**/reference/rosetta/#pr-info')
  await page.context().close()
})

it('on a phone a tap explains a word, and a second tap elsewhere closes it', async () => {
  const page = await stage.open('/ownership/borrow-deadline/', { ...phone, hasTouch: true })
  const word = page.locator('.opening p code').first()
  await word.tap()
  await page.locator('.word-card').getByText('Frees what a variable points at').waitFor()
  await page.getByRole('heading', { level: 1 }).tap()
  await page.locator('.word-card').waitFor({ state: 'hidden' })
  await page.context().close()
})

it('the lifetimes of an error are drawn beside the reader’s lines', async () => {
  const page = await stage.open('/ownership/borrow-deadline/')
  const bench = await openWorkbench(page)
  await bench.askRustc()
  await bench.problems.getByText('Draw it').click()
  await bench.problems.getByRole('img', { name: /fault: line 18 to 20/ }).waitFor()
  await page.context().close()
})

it('sources are found by their path or by the lesson that uses them', async () => {
  const page = await stage.open('/sources/')
  await page.getByLabel('Filter').fill('sched/mm.h')
  await page.getByText('1 match; Enter opens it.').waitFor()
  await page.context().close()
})

/** Moves there, and then a little, as a hand does. */
async function restOn(page: Page, place: Locator) {
  await place.scrollIntoViewIfNeeded()
  const { x, y, width, height } = (await place.boundingBox())!
  await page.mouse.move(x + width / 2, y + height / 2 + 60)
  await page.mouse.move(x + width / 2, y + height / 2)
}

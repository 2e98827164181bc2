import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { phone, useStage } from './browser.ts'

const stage = useStage()
const lesson = '/ownership/move-is-freed-once/'
const widths = [
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
  { width: 1280, height: 720 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
]

it.each([
  [1440, 900],
  [1280, 720],
  [1920, 1080],
])('at %i × %i the workbench is within the first screen', async (width, height) => {
  const page = await stage.open(lesson, { viewport: { width, height } })
  const bench = await page.getByRole('region', { name: 'Workbench' }).boundingBox()
  const title = await page.getByRole('heading', { level: 1 }).boundingBox()
  expect(bench!.y).toBeLessThan(height / 4)
  expect(bench!.y + bench!.height, 'and ends there').toBeLessThanOrEqual(height)
  expect(bench!.x, 'beside the text').toBeGreaterThan(title!.x + title!.width)
  await page.context().close()
})

it('shows the functions that matter, and the whole file when asked', async () => {
  const page = await stage.open(lesson)
  const side = page.locator('.pair .side-c')
  await expectInSight(page, '.pair .side-c', ['mbox_post', 'mbox_send', 'kfree(msg);'])
  expect(await side.getByText('#include').first().isVisible()).toBe(false)
  await side.getByText('⋯ lines 1–13').click()
  await expectInSight(page, '.pair .side-c', ['#include', 'MODULE_LICENSE'])
  expect(await side.getByText('⋯').first().isVisible()).toBe(false)
  await page.getByRole('checkbox', { name: 'Show the whole file, driver.c' }).uncheck()
  expect(await side.getByText('#include').first().isVisible()).toBe(false)
  await page.context().close()
})

it('without JavaScript the whole file can be shown, and a number leads to its note', async () => {
  const page = await stage.open(lesson, { javaScriptEnabled: false })
  await page.getByRole('checkbox', { name: 'Show the whole file, main.rs' }).check()
  await page.locator('.side-rust > .code').getByText('fn main()').waitFor({ state: 'visible' })
  await page.locator('.pair .side-c').getByRole('link', { name: 'Duty 3' }).click()
  await page.locator('#duty-3').getByText('On failure the caller keeps').waitFor({ state: 'visible' })
  await page.context().close()
})

it('the note of a duty stands beside its number when that is pointed at, focused or clicked, at every width', async () => {
  const page = await stage.open(lesson)
  const badge = page.locator('.pair .side-rust').getByRole('link', { name: 'Duty 2' })
  const note = page.locator('.duty-note')
  const shown = note.getByText('The free on refusal')
  for (const viewport of widths) {
    await page.setViewportSize(viewport)
    await badge.hover()
    await shown.waitFor()
    await expectNear(badge, note)
    await note.hover()
    expect(await note.isVisible(), 'one can point at the note itself').toBe(true)
    await page.mouse.move(0, 0)
    await note.waitFor({ state: 'hidden' })

    await badge.focus()
    await shown.waitFor()
    await expectNear(badge, note)
    await page.keyboard.press('Escape')
    await note.waitFor({ state: 'hidden' })

    await badge.click()
    await shown.waitFor()
    await expectNear(badge, note)
    expect(new URL(page.url()).hash, 'the page does not move').toBe('')
    await page.mouse.move(0, 0)
    expect(await note.isVisible(), 'it stays when the pointer leaves').toBe(true)
    await page.mouse.click(2, 400)
    await note.waitFor({ state: 'hidden' })
  }
  await page.context().close()
})

it('on a phone a tap shows the note of each number beside it, inside the window', async () => {
  const page = await stage.open(lesson, phone)
  const note = page.locator('.duty-note')
  for (const side of ['.side-c', '.side-rust'])
    for (const badge of await page.locator(`.pair ${side}`).getByRole('link', { name: /^Duty/ }).all()) {
      await badge.tap()
      await note.waitFor()
      await expectNear(badge, note)
      await page.keyboard.press('Escape')
      await note.waitFor({ state: 'hidden' })
    }
  await page.context().close()
})

it('links quotations of the tree, CVEs and commits to where they can be read', async () => {
  const page = await stage.open(lesson)
  const hrefs = await page
    .locator('article a[href^="https:"]')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
  expect(hrefs).toEqual(
    expect.arrayContaining([
      'https://www.cve.org/CVERecord?id=CVE-2017-6074',
      'https://git.kernel.org/stable/c/5edabca9d4cf',
      'https://elixir.bootlin.com/linux/v7.3.4/source/net/core/dev.c#L4841-L4843',
      'https://elixir.bootlin.com/linux/v7.3.4/source/rust/kernel/alloc/kbox.rs#L701-L717',
    ]),
  )
  await page.context().close()
})

async function expectInSight(page: Page, side: string, texts: string[]) {
  const code = page.locator(`${side} > .code`)
  // What is far from the window is not laid out, and has no text yet.
  await code.scrollIntoViewIfNeeded()
  for (const part of texts) await expect.poll(() => code.innerText()).toContain(part)
}

/** Right above or below, and whole in the window. */
async function expectNear(badge: ReturnType<Page['locator']>, note: ReturnType<Page['locator']>) {
  const [from, to] = [(await badge.boundingBox())!, (await note.boundingBox())!]
  const gap = Math.min(Math.abs(to.y - from.y - from.height), Math.abs(from.y - to.y - to.height))
  expect(gap).toBeLessThan(8)
  expect(to.x).toBeLessThan(from.x + from.width)
  expect(to.x + to.width).toBeGreaterThan(from.x)
  const { width, height } = badge.page().viewportSize()!
  expect(Math.min(to.x, to.y)).toBeGreaterThanOrEqual(0)
  expect(to.x + to.width).toBeLessThanOrEqual(width)
  expect(to.y + to.height).toBeLessThanOrEqual(height)
}

import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import { phone, useStage } from './browser.ts'

const stage = useStage()

it('C and Rust stand side by side, of equal height, and stay so while both run', async () => {
  const page = await stage.open('/')
  const boxes = () =>
    Promise.all(['.side-c', '.side-rust'].map(async (side) => (await page.locator(side).boundingBox())!))
  const [c, rust] = await boxes()
  expect(c!.y).toBe(rust!.y)
  expect(c!.height).toBeCloseTo(rust!.height, 0)
  expect(c!.x + c!.width).toBeLessThanOrEqual(rust!.x)

  for (const side of ['.side-c', '.side-rust'])
    await page.locator(side).getByRole('button', { name: 'Run' }).click()
  await page.locator('.side-rust').getByText('rustc refuses this program: 1 error.').waitFor()
  expect(
    await page.locator('.side-rust').getByText('Recorded with').count(),
    'it is no longer recorded',
  ).toBe(0)
  const console = page.getByRole('log', { name: 'Console of the kernel with driver.c' })
  await console.getByText('BUG: KASAN: slab-use-after-free in fault_read').first().waitFor()
  await page
    .locator('.side-c')
    .getByText(/ran to its end/)
    .waitFor()
  const after = await boxes()
  expect(after.map(({ y }) => y)).toEqual([c!.y, rust!.y])
  expect(after[0]!.height).toBeCloseTo(after[1]!.height, 0)
  expect(Math.abs(after[0]!.height - c!.height), 'the page holds still').toBeLessThan(2)
  const [log, facts] = await Promise.all(
    [console, page.locator('.side-c').getByText(/^clang /)].map((part) => part.boundingBox()),
  )
  expect(facts!.y, 'what it took stands below what was printed').toBeGreaterThanOrEqual(log!.y + log!.height)
  await page.context().close()
})

it('a place that the console names lights up in the code, and a step in code that is left out is told', async () => {
  const page = await stage.open('/')
  const side = page.locator('.side-c')
  await side.getByText(/^1 line \d+: allocated here/).waitFor()
  await side.getByRole('button', { name: 'Run' }).click()
  await side.getByRole('button', { name: 'driver.c:31' }).click()
  const line = side.locator('[data-line="31"]')
  expect(await line.evaluate((it) => it.getAnimations().length)).toBe(1)
  expect(await line.evaluate((it) => it.closest('pre') === document.activeElement)).toBe(true)
  await page.context().close()
})

it.for([1280, 1920])('at a width of %i they are of equal height, each with Run inside', async (width) => {
  const page = await stage.open('/', { viewport: { width, height: 900 } })
  const [c, rust] = await Promise.all(
    ['.side-c', '.side-rust'].map(async (side) => {
      const box = (await page.locator(side).boundingBox())!
      const run = (await page.locator(side).getByRole('button', { name: 'Run' }).boundingBox())!
      expect(run.y + run.height).toBeLessThanOrEqual(box.y + box.height)
      expect(run.x + run.width).toBeLessThanOrEqual(box.x + box.width)
      return box
    }),
  )
  expect(c!.y).toBe(rust!.y)
  expect(c!.height).toBeCloseTo(rust!.height, 0)
  expect(c!.x + c!.width).toBeLessThanOrEqual(rust!.x)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  await page.context().close()
})

it('the console of the C has what the kernel printed before anything is run', async () => {
  const page = await stage.open('/')
  const log = page.locator('.foot-c').getByLabel('Kernel log')
  expect(await log.innerText()).toContain('BUG: KASAN: slab-use-after-free in fault_read')
  const { height } = (await log.boundingBox())!
  expect(height, 'and it fills the console').toBeGreaterThan(100)
  await page.context().close()
})

it('what runs a program comes only when somebody wants to run one', async () => {
  const page = await stage.open('/')
  await page.waitForLoadState('networkidle')
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .map((entry) => (entry as PerformanceResourceTiming).encodedBodySize),
  )
  expect(scripts.reduce((sum, size) => sum + size, 0)).toBeLessThan(4000)
  await page.context().close()
})

it('says in one sentence what is needed', async () => {
  const page = await stage.open('/')
  await page.getByText(/You need to know C, and a browser/).waitFor()
  await page.context().close()
})

it('shows the chapters as a path: how much is done, and what is planned', async () => {
  const page = await stage.open('/')
  const chapters = page.locator('.path > .chapter')
  expect(await chapters.locator('.station').allInnerTexts()).toEqual(
    Array.from({ length: 12 }, (_, index) => `${index + 1}`),
  )
  const planned = chapters.filter({ has: page.getByText('planned', { exact: true }) })
  expect(await planned.getByRole('heading').allInnerTexts()).toContainEqual(
    expect.stringContaining('Ship it'),
  )
  expect(await planned.getByRole('link').count()).toBe(0)
  const colourOf = (chapter: Locator) =>
    chapter.getByRole('heading').evaluate((heading) => getComputedStyle(heading).color)
  expect(await colourOf(planned.first()), 'planned ones are greyed').not.toBe(
    await colourOf(chapters.first()),
  )

  await page.evaluate(() => {
    const solvedAt = new Date().toISOString()
    localStorage.setItem('no-oops:progress', JSON.stringify({ 'ownership/borrow-deadline': { solvedAt } }))
  })
  await page.reload()
  await chapters
    .nth(2)
    .getByText(/^1 of \d+ done$/)
    .waitFor()
  await page.context().close()
})

it('offers to go on with the lesson that was open, and after one that is done with the next', async () => {
  const page = await stage.open('/')
  const goOn = page.locator('[data-continue]')
  await page.evaluate(() => localStorage.setItem('no-oops:last', 'orientation/why-a-second-language'))
  await page.reload()
  await expect.poll(() => goOn.innerText(), { timeout: 10_000 }).toBe('Continue with 1.1')

  await page.evaluate(() => {
    const solvedAt = new Date().toISOString()
    const solved = Object.fromEntries(
      ['orientation/why-a-second-language', 'orientation/history-and-status'].map((slug) => [
        slug,
        { solvedAt },
      ]),
    )
    localStorage.setItem('no-oops:progress', JSON.stringify(solved))
  })
  await page.reload()
  await expect.poll(() => goOn.innerText(), { timeout: 10_000 }).toBe('Continue with 1.3')
  await page.context().close()
})

it('without JavaScript nothing offers to run, and all is there to read', async () => {
  const page = await stage.open('/', { javaScriptEnabled: false })
  expect(await page.getByRole('button', { name: 'Run' }).count()).toBe(0)
  await page.getByText('BUG: KASAN: slab-use-after-free').first().waitFor()
  await page.context().close()
})

it('where the window has no room for both the two stand below each other', async () => {
  const page = await stage.open('/', { viewport: { width: 820, height: 1180 } })
  const [c, rust] = await Promise.all(
    ['.side-c', '.side-rust'].map(async (side) => (await page.locator(side).boundingBox())!),
  )
  expect(c!.y + c!.height).toBeLessThanOrEqual(rust!.y)
  expect(c!.width).toBe(rust!.width)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(820)
  await page.context().close()
})

it('on a phone the two stand below each other and nothing scrolls sideways', async () => {
  const page = await stage.open('/', phone)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBe(390)
  await page.locator('.side-c').getByRole('button', { name: 'Run' }).tap()
  await page
    .locator('.side-c')
    .getByText(/ran to its end/)
    .waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await page.context().close()
})

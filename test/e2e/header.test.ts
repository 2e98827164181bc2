import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { root } from '#scripts/root.ts'
import { useStage } from './browser.ts'
import { serveFiles } from './serve-files.ts'

const stage = useStage(() => serveFiles(join(root, 'dist'), '/'))
const { lessons } = JSON.parse(readFileSync(join(root, 'dist/lessons.json'), 'utf8')) as {
  lessons: { slug: string; chapter: string; title: string }[]
}
/** Of each chapter, as many dots as it has lessons, the one with the longest name. */
const longest = Object.values(Object.groupBy(lessons, ({ chapter }) => chapter)).map(
  (those) => those!.toSorted((a, b) => b.title.length - a.title.length)[0]!.slug,
)

it.each([...longest.map((slug) => `/${slug}/`), '/de/orientation/fact-check-the-tree/'])(
  'on %s the header fits the window, and the name of the lesson can be read',
  async (path) => {
    const page = await stage.open(path)
    await page.mouse.move(300, 300)
    await page.locator('.time-left:not(:empty)').waitFor({ state: 'attached' })
    for (const width of [390, 641, 768, 820, 900, 1024, 1100, 1280, 1440]) {
      await page.setViewportSize({ width, height: 800 })
      // Its last words and their css come with a script.
      await expect.poll(() => faultsOf(page), { message: `${width} px` }).toEqual([])
    }
    await page.context().close()
  },
)

it.each([1280, 1440, 1760])(
  'at %i px nothing in it moves when the time that is left comes',
  async (width) => {
    const page = await stage.open('/traits-and-unsafe/generics-or-dyn/', { viewport: { width, height: 800 } })
    const places = () =>
      page
        .locator('.breadcrumb a, .dots a')
        .evaluateAll((links) => links.map((it) => it.getBoundingClientRect().x))
    const before = await places()
    await page.mouse.move(300, 300)
    await page.locator('.time-left', { hasText: 'min left' }).waitFor()
    expect(await places()).toEqual(before)
    await page.context().close()
  },
)

it('has the same words on a page that is not translated: the language that is missing keeps its place', async () => {
  const page = await stage.open('/ownership/borrow-deadline/')
  const search = page.locator('.site-header').getByRole('button', { name: 'Search' })
  const { x } = (await search.boundingBox())!
  await page.goto(stage.url('/orientation/fact-check-the-tree/'))
  expect((await search.boundingBox())!.x).toBe(x)
  await page.context().close()
})

function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const name = document.querySelector('.breadcrumb [aria-current]')!
    const header = document.querySelector<HTMLElement>('.site-header')!
    const token = getComputedStyle(document.documentElement).getPropertyValue('--header')
    const faults = {
      'the page scrolls sideways': document.documentElement.scrollWidth > innerWidth,
      'the name of the lesson is cut': name.clientWidth < 0.7 * Math.min(name.scrollWidth, 120),
      // On a phone it does not stay.
      'it covers what scrolls': innerWidth > 640 && header.offsetHeight > 16 * Number.parseFloat(token) + 1,
    }
    return Object.entries(faults).flatMap(([fault, is]) => (is ? [fault] : []))
  })
}

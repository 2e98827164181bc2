import type { Locator } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { useStage } from './browser.ts'
import { openPlayground } from './playground-page.ts'
import { screens } from './screens.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
// A kernel boots in a second; on a busy machine it may be twenty.
vi.setConfig({ testTimeout: 120_000 })
const lesson = '/ownership/borrow-deadline/'

describe.for(screens)('at $width px', ({ options }) => {
  it('no button moves, whatever comes of a run, a check or a hint', async () => {
    const page = await stage.open(lesson, options)
    const { bench, askRustc, button, console, runBoth } = await openWorkbench(page)
    await button('Check').waitFor()
    const before = await placesOfButtons(bench)
    expect(before.length).toBeGreaterThanOrEqual(5)
    await askRustc()
    await runBoth()
    expect(await placesOfButtons(bench)).toEqual(before)
    await console
      .getByRole('status')
      .getByText(/driver\.c:31/)
      .waitFor()
    await button('Check').click()
    await bench.getByText(/^Not yet/).waitFor()
    await button('Hint').click()
    await bench.getByRole('region', { name: 'Hint 1 of 3' }).waitFor()
    expect(await placesOfButtons(bench)).toEqual(before)
    await page.context().close()
  })

  it('hints begin at their first line, and what goes on or closes is always in sight', async () => {
    const page = await stage.open(lesson, options)
    const { bench, button } = await openWorkbench(page)
    await button('Hint').click()
    for (const [title, next] of [
      ['Hint 1 of 3', 'Next hint (2 of 3)'],
      ['Hint 2 of 3', 'Next hint (3 of 3)'],
      ['Hint 3 of 3', 'Solution'],
    ] as const) {
      const help = bench.getByRole('region', { name: title })
      const text = help.locator('.wb-hint-step .wb-markdown').last()
      await expect.poll(() => isInSight(text), { timeout: 10_000 }).toBe(true)
      expect(await isInSight(button('Close'))).toBe(true)
      await button(next).click()
    }
    await bench.getByText('See the solution now?').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => bench.getByRole('region', { name: 'Solution' }).count()).toBe(0)
    await page.context().close()
  })
})

it.for(screens)('at $width px one bar has Run, Check and a menu with the rest', async ({ options }) => {
  const page = await stage.open(lesson, options)
  const { bench } = await openWorkbench(page)
  const bar = bench.getByRole('group', { name: 'Actions' })
  for (const name of ['Run', 'Ways to run', 'Check', 'Menu'])
    expect(await bar.getByRole('button', { name, exact: true }).isVisible(), name).toBe(true)
  await bench.locator('#wb-menu li').first().waitFor({ state: 'attached' })
  await bar.getByRole('button', { name: 'Menu', exact: true }).click()
  const entries = await bench.locator('#wb-menu li button > span:first-child').allInnerTexts()
  for (const entry of ['Reset main.rs', 'Reset the lesson', 'Export', 'Import', 'Copy link'])
    expect(entries).toContain(entry)
  await page.context().close()
})

it.for(screens)('in the playground no button moves either, at $width px', async ({ options }) => {
  const page = await stage.open('/playground/', options)
  const { bench, console, choose } = await openPlayground(page, 'kernel')
  await choose('Language', 'both')
  await bench.getByRole('tab', { name: /driver\.rs/ }).waitFor()
  const before = await placesOfButtons(bench)
  expect(before.length).toBeGreaterThanOrEqual(3)
  await bench.getByRole('button', { name: /^Run( both)?$/ }).click()
  expect(await placesOfButtons(bench)).toEqual(before)
  await console
    .getByText(/reboot: Power down/)
    .first()
    .waitFor()
  expect(await placesOfButtons(bench)).toEqual(before)
  await page.context().close()
})

it('the gutter grows with the rails in use, and not before', async () => {
  const page = await stage.open('/playground/')
  const { bench, write, status } = await openWorkbench(page)
  const width = () => bench.locator('.margin-view-overlays').evaluate((it) => it.clientWidth)
  await write('fn main() {}\n')
  await status.getByText(/accepts/).waitFor()
  const without = await width()
  await write(oneLoan)
  await status.getByText('1 error').waitFor()
  expect(await width(), 'there is room for one').toBe(without)
  await write(oneLoan.replace('}\n', `${twoLoans}}\n`))
  await expect.poll(width).toBeGreaterThan(without)
  await page.context().close()
})

const oneLoan =
  'fn main() {\n    let a = vec![1];\n    let r = &a;\n    drop(a);\n    println!("{r:?}");\n}\n'
/** Two that are lent at the same time. */
const twoLoans =
  '    let b = vec![1];\n    let c = vec![2];\n    let s = &b;\n    let t = &c;\n    drop(b);\n    drop(c);\n    println!("{s:?} {t:?}");\n'

it.for(screens)(
  'at $width px each pane has one scroller, or is scrolled with the page',
  async ({ width, options }) => {
    const page = await stage.open(lesson, options)
    const { bench, askRustc, explain, runBoth, console, button } = await openWorkbench(page)
    await bench.getByRole('textbox', { name: /the Rust you edit/ }).waitFor({ state: 'attached' })
    await askRustc()
    await explain()
    const most = width < 1100 ? 0 : 1
    expect(await scrollersAround(bench.locator('.wb-explained'))).toBeLessThanOrEqual(most)
    await bench.locator('.wb-explained').getByRole('link').last().scrollIntoViewIfNeeded()
    expect(await isInSight(button('Close'))).toBe(true)
    await runBoth()
    await console.locator('.wb-serial-report').first().waitFor()
    expect(await scrollersAround(console.locator('.wb-serial-report').first())).toBeLessThanOrEqual(most)
    await button('Check').click()
    expect(await scrollersAround(bench.getByText(/^Not yet/))).toBeLessThanOrEqual(most)
    await button('Hint').click()
    expect(await scrollersAround(bench.getByRole('region', { name: 'Hint 1 of 3' }))).toBeLessThanOrEqual(
      most,
    )
    await page.context().close()
  },
)

it.each([1600, 1920])('at %i the bench takes 55 to 60 % of the window', async (width) => {
  const page = await stage.open(lesson, { viewport: { width, height: 1000 } })
  const { bench } = await openWorkbench(page)
  const share = (await bench.boundingBox())!.width / width
  expect(share).toBeGreaterThanOrEqual(0.55)
  expect(share).toBeLessThanOrEqual(0.6)
  await page.context().close()
})

/** Of all buttons in the bars, in pixels from the top left corner of the workbench; of a bar that stays in the window, from that bar's. */
async function placesOfButtons(bench: Locator) {
  return bench.evaluate((section) => {
    const { left, top } = section.getBoundingClientRect()
    const buttons = [...section.querySelectorAll('.wb-bar button:not([role=tab])')]
    return buttons
      .filter((it) => it.checkVisibility())
      .map((it) => {
        const [place, bar] = [it.getBoundingClientRect(), it.closest('.wb-bar')!]
        const from = getComputedStyle(bar).position === 'sticky' ? bar.getBoundingClientRect().top : top
        return [place.left - left, place.top - from, place.width].map((pixels) => Math.round(pixels))
      })
  })
}

async function isInSight(part: Locator): Promise<boolean> {
  return part.evaluate((element) => {
    const { left, top, height } = element.getBoundingClientRect()
    const at = document.elementFromPoint(left + 4, top + Math.min(height / 2, 8))
    return at !== null && (element.contains(at) || at.contains(element))
  })
}

/** How many elements around a part can be scrolled up and down, or could be if it were longer. */
async function scrollersAround(part: Locator): Promise<number> {
  return part.evaluate((element) => {
    let count = 0
    for (let it: Element | null = element; it && it !== document.documentElement; it = it.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(it)
      // What is scrolled sideways only, such as a row of tabs, says `auto` of both.
      const isSideways = overflowX === overflowY && it.scrollHeight <= it.clientHeight
      if ((overflowY === 'auto' || overflowY === 'scroll') && !isSideways) count += 1
    }
    return count
  })
}

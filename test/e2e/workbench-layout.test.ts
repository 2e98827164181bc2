import type { Locator } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { useStage } from './browser.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
// A kernel boots in a second; on a busy machine it may be twenty.
vi.setConfig({ testTimeout: 120_000 })
const lesson = '/ownership/borrow-deadline/'
const screens = [
  { width: 820, height: 1180 },
  { width: 1280, height: 720 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
]

describe.each(screens)('at $width × $height', (viewport) => {
  it('no button moves, whatever comes of a run, a check or a hint', async () => {
    const page = await stage.open(lesson, { viewport })
    const { bench, askRustc, button, console, runBoth } = await openWorkbench(page)
    await button('Check').waitFor()
    const before = await placesOfButtons(bench)
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
    const page = await stage.open(lesson, { viewport })
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

it.each(screens)('at $width × $height one bar has Run, Check and a menu with the rest', async (viewport) => {
  const page = await stage.open(lesson, { viewport })
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

it.each(screens.slice(1))('at $width × $height each pane has one scroller', async (viewport) => {
  const page = await stage.open(lesson, { viewport })
  const { bench, askRustc, explain, runBoth, console } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await askRustc()
  await explain()
  expect(await scrollersAround(bench.locator('.wb-explained'))).toBe(1)
  await runBoth()
  await console.locator('.wb-serial-report').first().waitFor()
  expect(await scrollersAround(console.locator('.wb-serial-report').first())).toBe(1)
  await page.context().close()
})

it.each([1600, 1920])('at %i the bench takes 55 to 60 % of the window', async (width) => {
  const page = await stage.open(lesson, { viewport: { width, height: 1000 } })
  const { bench } = await openWorkbench(page)
  const share = (await bench.boundingBox())!.width / width
  expect(share).toBeGreaterThanOrEqual(0.55)
  expect(share).toBeLessThanOrEqual(0.6)
  await page.context().close()
})

/** In pixels from the top left corner of the workbench. */
async function placesOfButtons(bench: Locator) {
  return bench.evaluate((section) => {
    const { left, top } = section.getBoundingClientRect()
    const names = ['Run', 'Stop', 'Check', 'Hint', '⋯']
    const buttons = [...section.querySelectorAll('button')].filter((it) =>
      names.includes(it.textContent.trim()),
    )
    return buttons.map((it) => {
      const place = it.getBoundingClientRect()
      // The bar of a narrow workbench stays in the window while the page scrolls.
      const y = getComputedStyle(it.closest('.wb-bar')!).position === 'sticky' ? 0 : place.top - top
      return [Math.round(place.left - left), Math.round(y), Math.round(place.width)]
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

/** How many elements between a part and the page have a vertical scrollbar. */
async function scrollersAround(part: Locator): Promise<number> {
  return part.evaluate((element) => {
    let count = 0
    for (let it: Element | null = element; it && it !== document.documentElement; it = it.parentElement) {
      const { overflowY } = getComputedStyle(it)
      if (overflowY === 'auto' || overflowY === 'scroll') count += 1
    }
    return count
  })
}

import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import { phone, useStage } from './browser.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
const lesson = '/ownership/borrow-deadline/'

it('in forced colours one sees the tab that is chosen, the current lesson, and the rails', async () => {
  const page = await stage.open(lesson, { forcedColors: 'active' })
  const { bench, askRustc } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await askRustc()
  await bench.locator('.rail').first().waitFor({ state: 'attached' })
  const tabs = bench.getByRole('tablist', { name: 'Files' }).getByRole('tab')
  const lines = await tabs.evaluateAll((all) =>
    all.map((tab) => [tab.ariaSelected, getComputedStyle(tab).borderBottomColor] as const),
  )
  const [chosen] = lines.filter(([selected]) => selected === 'true')
  expect(lines.filter(([, colour]) => colour === chosen![1])).toEqual([chosen])

  const outline = (dot: Locator) => dot.evaluate((it) => getComputedStyle(it, '::before').outlineStyle)
  expect(await outline(page.locator('.dots [aria-current]'))).toBe('solid')
  expect(await outline(page.locator('.dots a:not([aria-current])').first())).toBe('none')

  const ground = await bench.evaluate((it) => getComputedStyle(it).backgroundColor)
  const rails = await bench
    .locator('.rail')
    .evaluateAll((all) => all.map((rail) => getComputedStyle(rail).getPropertyValue('--rail')))
  expect(new Set(rails)).toEqual(new Set(['CanvasText']))
  expect(ground).not.toBe('rgb(0, 0, 0)')
  await page.context().close()
})

it('in forced colours a phone shows the tab that is chosen, and the rails, too', async () => {
  const page = await stage.open(lesson, { ...phone, forcedColors: 'active' })
  const { bench, askRustc } = await openWorkbench(page)
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).waitFor()
  await askRustc()
  const rail = bench.locator('.plain-gutter:visible .rail').first()
  await rail.waitFor({ state: 'attached' })
  expect(await rail.evaluate((it) => getComputedStyle(it).getPropertyValue('--rail'))).toBe('CanvasText')
  const tabs = bench.getByRole('tablist', { name: 'Files' }).getByRole('tab')
  const lines = await tabs.evaluateAll((all) =>
    all.map((tab) => [tab.ariaSelected, getComputedStyle(tab).borderBottomColor] as const),
  )
  const chosen = lines.find(([selected]) => selected === 'true')!
  expect(lines.filter(([, colour]) => colour === chosen[1])).toEqual([chosen])
  await page.context().close()
})

it('the buttons of the find widget have a sign that can be seen', async () => {
  const page = await stage.open(lesson, { colorScheme: 'light' })
  const { bench } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
  await page.keyboard.press('Control+f')
  const find = bench.locator('.find-widget.visible')
  await find.waitFor()
  const buttons = find.locator('.button:visible, .monaco-custom-toggle:visible')
  await expect.poll(() => buttons.count()).toBeGreaterThan(5)
  const seen = await buttons.evaluateAll((all) => {
    const toLight = (colour: string) => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
      return alpha === 0 ? 255 : (red + green + blue) / 3
    }
    return all.map((button) => {
      const { width, height } = button.getBoundingClientRect()
      const { color, backgroundColor } = getComputedStyle(button)
      const isDarkOnLight = toLight(backgroundColor) - toLight(color) > 100
      return { isLarge: width >= 16 && height >= 16, isDarkOnLight }
    })
  })
  expect(seen).toEqual(seen.map(() => ({ isLarge: true, isDarkOnLight: true })))
  await page.context().close()
})

it('at a zoom of 400 % each pane shows six lines', async () => {
  const page = await stage.open(lesson, { viewport: { width: 320, height: 256 } })
  const { bench, askRustc, tab } = await openWorkbench(page)
  const editor = bench.getByRole('textbox', { name: /the Rust you edit/ })
  await editor.waitFor()
  await editor.evaluate((it) => it.scrollIntoView({ block: 'end' }))
  expect(await linesInSight(editor)).toBeGreaterThanOrEqual(6)
  await askRustc()
  const problems = bench.getByRole('tabpanel', { name: /^Problems/ })
  await problems.locator('.wb-problem').first().waitFor()
  expect(await linesInSight(problems)).toBeGreaterThanOrEqual(6)
  await tab('tests.rs')
  const tests = bench.locator('pre[aria-label="tests.rs"]')
  await tests.evaluate((it) => it.scrollIntoView({ block: 'end' }))
  expect(await linesInSight(tests)).toBeGreaterThanOrEqual(6)
  await page.context().close()
})

/** How many lines of text have room in what is to be seen of a pane: inside of the window, below the bar that stays. */
async function linesInSight(pane: Locator): Promise<number> {
  return pane.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    const bar = element.closest('.workbench')!.querySelector('.wb-top')!.getBoundingClientRect()
    const height = Math.min(bottom, innerHeight) - Math.max(top, bar.bottom)
    return Math.floor(height / Number.parseFloat(getComputedStyle(element).lineHeight))
  })
}

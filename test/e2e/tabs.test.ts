import type { Locator } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { phone, useStage } from './browser.ts'
import { openWorkbench, type WorkbenchPage } from './workbench-page.ts'

const stage = useStage()
// A kernel boots in a second; on a busy machine it may be twenty.
vi.setConfig({ testTimeout: 120_000 })
const lesson = '/first-module/printing/'

it.each([390, 820, 1100, 1280, 1440, 1920])(
  'at %i px no name of a file or result is cut off, nor a count',
  async (width) => {
    const page = await stage.open(lesson, width === 390 ? phone : { viewport: { width, height: 900 } })
    const workbench = await openWorkbench(page)
    await solve(workbench)
    for (const name of ['Files', 'Results'])
      expect(await cutOff(workbench.bench.getByRole('tablist', { name })), name).toEqual([])
    await page.context().close()
  },
)

it('on a phone all four results and their counts fit beside «Hint», with a shell open and many checks', async () => {
  const page = await stage.open('/first-module/project-logbook/', phone)
  const workbench = await openWorkbench(page)
  const { bench, tab, button } = workbench
  await solve(workbench)
  await tab('Shell')
  await button('Open a shell').click()
  await bench.getByText('The kernel is up.').waitFor({ timeout: 60_000 })
  const results = bench.getByRole('tablist', { name: 'Results' })
  expect((await results.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/Shell ?● Checks ?\d\d\/\d\d/)
  expect(await cutOff(results)).toEqual([])
  const line = bench.locator('.wb-line > span:visible')
  for (const part of await line.all()) expect(await part.evaluate(rowsOf), await part.innerText()).toBe(1)
  await page.context().close()
})

it('after a reset the count of older checks is gone, and they are said to be older', async () => {
  const page = await stage.open(lesson)
  const workbench = await openWorkbench(page)
  const { bench, menu } = workbench
  await solve(workbench)
  const tab = bench.getByRole('tab', { name: /^Checks/ })
  expect(await tab.innerText()).toMatch(/^Checks\s*(\d+)\/\1$/)
  await menu('Reset driver.rs')
  await bench.getByText('The code has changed since this check.').waitFor()
  expect(await tab.innerText()).toMatch(/^Checks\s*\?$/)
  await bench.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => tab.innerText()).toMatch(/^Checks\s*(\d+)\/\1$/)
  await page.context().close()
})

async function solve({ bench, menu, button }: WorkbenchPage) {
  await bench.getByRole('tab', { name: 'check/boot.sh' }).waitFor()
  await menu('Solution')
  await button('Show the solution').click()
  await button('Put it into the editor').click()
  await button('Check').click()
  await bench.getByText(/^Solved: all \d+ checks hold\.$/).waitFor({ timeout: 60_000 })
}

/** The texts of a row of tabs that do not fit into what is to be seen of it. */
function cutOff(row: Locator): Promise<string[]> {
  return row.evaluate((element) => {
    const { left, right } = element.getBoundingClientRect()
    return [...element.querySelectorAll('[role=tab]')]
      .filter((tab) => {
        const box = tab.getBoundingClientRect()
        return box.left < left - 1 || box.right > right + 1 || tab.scrollWidth > tab.clientWidth
      })
      .map((tab) => tab.textContent)
  })
}

/** In how many rows a text stands. */
function rowsOf(element: HTMLElement | SVGElement): number {
  return Math.round(
    element.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(element).lineHeight),
  )
}

import type { Locator, Page } from 'playwright-core'

/** A lesson's workbench as a reader sees it. */
export interface WorkbenchPage {
  bench: Locator
  status: Locator
  problems: Locator
  /** The console panel, its status line and what the booted kernel wrote. */
  console: Locator
  /** Waits for the large editor and puts a whole program into it, as pasted. */
  write(code: string): Promise<void>
  /** The code that stands in the large editor in sight. */
  drawn(): Promise<string>
  /** What stands beside its lines, each after the number of the line that it belongs to. */
  told(): Promise<string[]>
  /** A lesson waits for a prediction before it tells what rustc says of the start. */
  askRustc(): Promise<void>
  /** Opens what is said of the first error code, and waits until it is there. */
  explain(): Promise<void>
  tab(name: string): Promise<void>
  button(name: string): Locator
  /** Opens the menu of the bar, or another, and takes what is in it. */
  menu(entry: string, name?: string): Promise<void>
  runBoth(): Promise<void>
}

/** The workbench on a page; scrolls it into sight and moves the pointer, as who reads does: that is what brings the editor; waits until what is done in it is done at once. */
export async function openWorkbench(page: Page): Promise<WorkbenchPage> {
  const menu = async (entry: string, name = 'Menu') => {
    await bench.getByRole('button', { name, exact: true }).click()
    await bench.locator('.wb-menu:popover-open').getByText(entry, { exact: true }).click()
  }
  const bench = page.getByRole('region', { name: 'Workbench' })
  await bench.scrollIntoViewIfNeeded()
  await page.mouse.move(1, 1)
  await bench.locator('#wb-menu li, #ws-menu li').first().waitFor({ state: 'attached' })
  const input = bench.getByRole('textbox', { name: /the (Rust|C) you edit/ })
  return {
    bench,
    status: bench.getByRole('tabpanel', { name: /^Problems/ }).locator('.wb-verdict'),
    problems: bench.getByRole('tabpanel', { name: /^Problems/ }).locator('.wb-problem'),
    console: bench.getByRole('tabpanel', { name: /^Console/ }),
    async write(code) {
      await input.waitFor({ state: 'attached' })
      await input.focus()
      await page.keyboard.press('Control+A')
      await page.keyboard.press('Delete')
      await page.keyboard.insertText(code)
    },
    async drawn() {
      const rows = await bench
        .locator('.view-line:visible')
        .evaluateAll((lines) =>
          (lines as HTMLElement[])
            .sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top))
            .map((line) => line.innerText),
        )
      return rows.join('\n').replaceAll('\u00a0', ' ')
    },
    told: () =>
      bench
        .locator('.wb-label-block:visible')
        .evaluateAll((blocks) => blocks.map((it) => `${(it as HTMLElement).dataset.line} ${it.textContent}`)),
    askRustc: () => bench.getByRole('button', { name: 'Ask rustc' }).click(),
    async explain() {
      await bench
        .getByText(/^Explain E\d{4}$/)
        .first()
        .click()
      await bench.getByRole('link', { name: 'whole page' }).waitFor()
    },
    async tab(name) {
      await bench.getByRole('button', { name: 'Run', exact: true }).waitFor()
      await bench.getByRole('tab', { name: new RegExp(`^${name}|${name}$`) }).click()
    },
    button: (name) => bench.getByRole('button', { name, exact: true }),
    menu,
    runBoth: () => menu('Run both', 'Ways to run'),
  }
}

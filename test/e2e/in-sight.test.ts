import type { Locator, Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { useStage } from './browser.ts'
import { broad, linesInSight, screens } from './screens.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
// A kernel boots in a second; on a busy machine it may be twenty.
vi.setConfig({ testTimeout: 120_000 })
const lesson = '/ownership/borrow-deadline/'
/** In the large editor, or beside the plain one. */
const crash = '.story-line-crash:visible, .plain-gutter:visible .stop'

describe.for(screens)('at $width px', ({ options }) => {
  it('the refusal comes into sight with its answer, and again when its file is come back to', async () => {
    const page = await stage.open('/orientation/why-a-second-language/', options)
    const { bench, askRustc, problems, tab } = await openWorkbench(page)
    await bench.getByRole('textbox', { name: /the Rust you edit/ }).waitFor({ state: 'attached' })
    await askRustc()
    const line = await lineOf(problems.first().getByRole('link').first())
    await expect.poll(() => linesInSight(page)).toContain(line)
    await goToTop(page)
    await expect.poll(() => linesInSight(page), { timeout: 10_000 }).toContain(3)
    await tab('boot.sh')
    await tab('main.rs')
    await expect.poll(() => linesInSight(page)).toContain(line)
    await page.context().close()
  })

  it('after «Run both» the C shows the crash on its line, though it was never in sight; and so after a run of its own', async () => {
    const page = await stage.open(lesson, options)
    const { bench, console, tab, button, runBoth } = await openWorkbench(page)
    await bench.getByRole('textbox', { name: /the Rust you edit/ }).waitFor({ state: 'attached' })
    await runBoth()
    await console.locator('.wb-serial-report').first().waitFor()
    await tab('driver.c')
    await bench.locator(crash).first().waitFor()
    await expect.poll(() => linesInSight(page, 'c'), { timeout: 10_000 }).toContain(31)
    await goToTop(page)
    await expect.poll(() => linesInSight(page, 'c')).toContain(9)
    await button('Run').click()
    await bench.locator(crash).first().waitFor({ state: 'detached' })
    await bench.locator(crash).first().waitFor()
    await expect.poll(() => linesInSight(page, 'c'), { timeout: 10_000 }).toContain(31)
    await page.context().close()
  })

  it('an exercise opens at what matters', async () => {
    const page = await stage.open('/userspace-interfaces/misc-device/', options)
    const { bench } = await openWorkbench(page)
    await bench.getByRole('textbox', { name: /the Rust you edit/ }).waitFor({ state: 'attached' })
    await expect.poll(() => linesInSight(page)).toContain(46)
    await page.context().close()
  })

  it('what is measured comes into sight below an older check, and so does the next check', async () => {
    const page = await stage.open('/traits-and-unsafe/generics-or-dyn/', options)
    const { bench, button, write } = await openWorkbench(page)
    await bench.getByRole('textbox', { name: /the Rust you edit/ }).waitFor({ state: 'attached' })
    await expect.poll(() => linesInSight(page)).toContain(58)
    const checked = bench.getByText(/^Not yet: \d of \d checks hold/)
    const yours = bench.getByRole('columnheader', { name: 'your Rust' })
    await button('Check').click()
    await checked.waitFor()
    await button('Measure').click()
    await expect.poll(() => isInSight(yours), { timeout: 30_000 }).toBe(true)
    const frame = bench.getByRole('region', { name: 'Bytes of machine code' })
    expect(await frame.evaluate((it) => it.scrollWidth - it.clientWidth), 'all columns are in sight').toBe(0)
    await button('Check').click()
    await expect.poll(() => isInSight(checked), { timeout: 30_000 }).toBe(true)
    await bench.getByText('Measured just now.').waitFor()
    await write('fn main() {}\n')
    await bench.getByText('The code has changed since it was measured.').waitFor()
    await page.context().close()
  })
})

async function isInSight(locator: Locator): Promise<boolean> {
  if ((await locator.count()) === 0) return false
  return locator.evaluate(
    (element) =>
      new Promise<boolean>((resolve) => {
        const observer = new IntersectionObserver(([entry]) => {
          observer.disconnect()
          resolve(entry!.intersectionRatio > 0.9)
        })
        observer.observe(element)
      }),
  )
}

it.for(broad)('in the split view at $width px both sides show theirs', async ({ options }) => {
  const page = await stage.open(lesson, options)
  const { bench, button } = await openWorkbench(page)
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).waitFor({ state: 'attached' })
  await button('Split').click()
  await button('Run both').click()
  await bench.locator('.wb-editor-c .story-line-crash').first().waitFor()
  await expect.poll(() => linesInSight(page, 'c'), { timeout: 10_000 }).toContain(31)
  await expect.poll(() => linesInSight(page, 'rust'), { timeout: 10_000 }).toContain(18)
  await page.context().close()
})

it('who types keeps the lines that are looked at', async () => {
  const page = await stage.open('/playground/')
  const { status, write } = await openWorkbench(page)
  await write(`fn main() {\n    let n: u8 = "a";\n${'    // more\n'.repeat(80)}}\n`)
  await page.keyboard.press('Control+End')
  await page.keyboard.type('fn more() {}')
  await status.getByText('1 error').waitFor()
  await page.waitForTimeout(500)
  expect(await linesInSight(page)).toContain(83)
  await page.context().close()
})

it('an exercise opens at what matters: boilerplate is one line, which opens', async () => {
  const page = await stage.open('/userspace-interfaces/misc-device/')
  const { bench, drawn } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await expect.poll(() => linesInSight(page)).toContain(46)
  expect(await drawn()).toContain('impl MiscDevice for Visit')
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
  await page.keyboard.press('Control+Home')
  // Monaco has a layer of its own for the pointer.
  const imports = bench.getByText(/^imports: \d+ lines$/)
  await imports.waitFor()
  await imports.click({ force: true })
  await expect.poll(drawn).toContain('use kernel::{')
  const folded = bench.getByRole('button', { name: /^show \d+ folded lines$/ })
  const before = await folded.count()
  await folded.first().click()
  await expect.poll(() => folded.count()).toBe(before - 1)
  await page.context().close()
})

it('tabs are eight columns wide in C on pages, in the plain editor and in the console too', async () => {
  const page = await stage.open(lesson)
  await page.evaluate(() => localStorage.setItem('no-oops:editor', '"plain"'))
  await page.reload()
  const { bench, tab } = await openWorkbench(page)
  await tab('driver.c')
  await bench.locator('textarea:visible').waitFor()
  const wide = (selector: string) =>
    page.locator(selector).evaluateAll((all) => all.map((it) => getComputedStyle(it).tabSize))
  expect(new Set(await wide('.side-c pre, .wb-static pre, .workbench textarea'))).toEqual(new Set(['8']))
  await page.context().close()
})

it('tabs are eight columns wide in C, and Tab writes one', async () => {
  const page = await stage.open(lesson)
  const { bench, drawn, tab } = await openWorkbench(page)
  await tab('driver.c')
  const line = bench.locator('.view-line:visible', { hasText: 'size_t len;' })
  await bench.locator('.view-line:visible').first().waitFor()
  await goToTop(page)
  await line.waitFor()
  expect(await drawn()).toContain(`\n${' '.repeat(8)}size_t len;`)
  await line.click()
  await page.keyboard.press('End')
  await page.keyboard.press('Tab')
  await page.keyboard.type('/* here */')
  const saved = () =>
    page.evaluate(() => localStorage.getItem('no-oops:code:ownership/borrow-deadline/driver.c'))
  await expect.poll(saved, { timeout: 5000 }).toContain('size_t len;\\t/* here */')
  await page.context().close()
})

/** The line that a link names. */
async function lineOf(link: Locator): Promise<number> {
  return Number((await link.innerText()).replace('line ', ''))
}

/** The reader looks at the beginning. */
async function goToTop(page: Page) {
  await page.getByRole('textbox', { name: /the (Rust|C) you edit/ }).focus()
  await page.keyboard.press('Control+Home')
}

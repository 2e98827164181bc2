import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { violations } from './axe.ts'
import { phone, useStage } from './browser.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
const lesson = '/ownership/borrow-deadline/'
/** Tables with long names in code, and long outputs to choose from. */
const wide = [
  '/sharing-and-locking/atomics/',
  '/first-module/recall/',
  '/bindings-and-abstractions/opaque-and-layout/',
]
const pages = [
  '/',
  lesson,
  '/errors/',
  '/errors/E0505/',
  '/errors/E0001/',
  '/cves/',
  '/reference/rosetta/',
  '/glossary/',
  '/playground/',
  '/workspace/',
  '/workspace/container/',
  '/de/workspace/container/',
  '/rust-for-c-readers/integers-and-casts/',
  '/rust-for-c-readers/functions-and-expressions/',
  '/traits-and-unsafe/review-unsafe/',
  '/traits-and-unsafe/generics-or-dyn/',
  '/first-module/gfp-flags-and-contexts/',
  '/sharing-and-locking/spinlocks-and-contexts/',
  '/ownership/recall/',
  '/reference/renamed/',
  '/sources/',
  '/offline/',
  '/privacy/',
  '/licence/',
  '/print/orientation/',
  '/progress/',
  '/settings/',
  '/keys/',
  '/no-such-page/',
  '/de/no-such-page/',
]

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each(pages)('axe finds nothing on %s', async (path) => {
    const page = await stage.open(path, { colorScheme, bypassCSP: true })
    if (path === lesson || path === '/playground/') await settleWorkbench(page, path)
    if (path === '/workspace/') await page.locator('.xterm-rows', { hasText: '$' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })

  it.each([
    ['a desktop', {}],
    ['a phone', phone],
  ])('axe finds nothing beside a crash on %s', async (_, options) => {
    const page = await stage.open(lesson, { ...options, colorScheme, bypassCSP: true })
    const { bench, console, tab, runBoth } = await openWorkbench(page)
    await tab('driver.c')
    await runBoth()
    await console
      .getByRole('status')
      .getByText(/driver\.c:31/)
      .waitFor()
    await console.getByText('does not live long enough').first().waitFor()
    expect(await violations(page)).toEqual([])
    await console.locator('.wb-serial-report summary').first().click()
    await bench.getByRole('tab', { name: 'boot.sh' }).click()
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })

  it.each([
    ['a desktop', {}],
    ['a phone', phone],
  ])('axe finds nothing in an explanation on %s', async (_, options) => {
    const page = await stage.open(lesson, { ...options, colorScheme, bypassCSP: true })
    const { bench, askRustc, explain } = await openWorkbench(page)
    await askRustc()
    await explain()
    await bench.locator('.wb-rustc-text').evaluate((details) => details.setAttribute('open', ''))
    await bench.locator('.wb-rustc-text .wb-markdown p').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })

  it.each(pages)('axe finds nothing on %s on a phone', async (path) => {
    const page = await stage.open(path, { ...phone, colorScheme, bypassCSP: true })
    if (path === lesson || path === '/playground/') await openWorkbench(page)
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })
})

it.each([...pages, ...wide])('%s does not scroll sideways on a phone', async (path) => {
  const page = await stage.open(path, phone)
  if (path === lesson) await openWorkbench(page)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBe(0)
  await page.context().close()
})

it('on a phone a labelled textarea does the same work', async () => {
  const page = await stage.open(lesson, phone)
  const { bench, status, problems, askRustc } = await openWorkbench(page)
  const editor = bench.getByRole('textbox', { name: /the Rust you edit/ })
  await editor.waitFor()
  expect(await editor.evaluate((element) => element.tagName)).toBe('TEXTAREA')
  await askRustc()
  await status.getByText('rustc refuses this program: 1 error.').waitFor()
  expect(await problems.getByRole('link').allInnerTexts()).toEqual([
    'line 18',
    'line 19',
    'line 20',
    'line 22',
  ])
  await editor.fill('fn main() { println!("from a phone"); }')
  await status.getByText('rustc accepts this program.').waitFor()
  await bench.getByRole('button', { name: 'Run', exact: true }).click()
  await bench.getByLabel('Output of the program').getByText('from a phone').waitFor()
  await page.context().close()
})

it('the whole way goes by keyboard alone', async () => {
  const page = await stage.open('/')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toMatch(/skip/i)
  await tabTo(page, /Use after free and borrows/)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${lesson}`)
  const { bench, status } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await tabTo(page, /the Rust you edit/)
  await page.keyboard.press('Control+A')
  await page.keyboard.type('fn main() { println!("by hand"); }')
  await status.getByText('rustc accepts this program.').waitFor()
  await page.keyboard.press('Control+Enter')
  await bench.getByLabel('Output of the program').getByText('by hand').waitFor()
  await page.keyboard.press('Escape')
  await tabTo(page, /^Check$/)
  await page.keyboard.press('Enter')
  await bench
    .getByText(/checks hold|together with the tests/)
    .first()
    .waitFor()
  await page.context().close()
})

it('without JavaScript a lesson is all there to read', async () => {
  const page = await stage.open(lesson, { javaScriptEnabled: false })
  const text = await page.getByRole('article').innerText()
  for (const part of [
    'fault_read',
    'struct FaultDev',
    'Read the refusal',
    'Editing and running need JavaScript',
  ]) {
    expect(text).toContain(part)
  }
  const bench = page.getByRole('region', { name: 'Workbench' })
  expect(await bench.getByRole('button').count(), 'no button that does nothing').toBe(0)
  await page.getByText('Compare with rustc').click()
  await page
    .getByText(/does not live long enough/)
    .first()
    .waitFor({ state: 'visible' })
  await page.context().close()
})

async function settleWorkbench(page: Page, path: string) {
  const { bench, status, askRustc } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  if (path === lesson) await askRustc()
  await status.getByText('1 error').waitFor()
}

/** Name or text of what has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? ''
  })
}

async function tabTo(page: Page, name: RegExp) {
  for (let presses = 0; presses < 150; presses++) {
    if (name.test(await focused(page))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No way to ${name} by Tab`)
}

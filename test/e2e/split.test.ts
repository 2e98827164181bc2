import type { Locator, Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { useStage } from './browser.ts'
import { broad, narrow } from './screens.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
// A kernel boots in a second; on a busy machine it may be twenty.
vi.setConfig({ testTimeout: 120_000 })
const lesson = '/ownership/borrow-deadline/'
const projector = { width: 1280, height: 720 }

describe.for(broad)('at $width px', ({ options }) => {
  it('C and Rust stand side by side over the whole window with twenty lines each, both kernels below', async () => {
    const page = await stage.open(lesson, options)
    const { bench, button } = await openWorkbench(page)
    await bench.locator('.view-line').first().waitFor()
    await button('Split').click()
    await expect.poll(() => rowsInSight(page), { timeout: 20_000 }).toEqual([20, 20])
    await button('Run both').click()
    const runs = ['driver.c', 'main.rs'].map((file) => bench.getByRole('region', { name: `Run of ${file}` }))
    await runs[0]!.locator('.wb-serial-report').first().waitFor()
    await runs[1]!.getByText('rustc refuses the program').waitFor()
    expect(await rowsInSight(page)).toEqual([20, 20])
    const [c, rust] = [bench.locator('.wb-editor-c'), bench.locator('.wb-editor-rust')]
    expect(await isBeside(c, rust)).toBe(true)
    for (const run of runs) expect((await run.boundingBox())!.y).toBeGreaterThan(await bottomOf(c))
    expect(await bench.boundingBox()).toEqual({ x: 0, y: 0, ...options.viewport })

    await showsDuties(page, { c, rust })
    await page.keyboard.press('Control+Backslash')
    await expect.poll(() => bench.getAttribute('data-layout')).toBe('page')
    await page.context().close()
  })

  it('one side fills the window by key, and the page comes back by the same', async () => {
    const page = await stage.open(lesson, options)
    const { bench } = await openWorkbench(page)
    await bench.locator('.view-line').first().waitFor()
    await bench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
    await page.keyboard.press('Control+Shift+Backslash')
    await expect.poll(() => bench.getAttribute('data-layout')).toBe('full')
    expect(await bench.boundingBox()).toEqual({ x: 0, y: 0, ...options.viewport })
    expect(await page.locator('.monaco-editor:visible').count()).toBe(1)
    await page.keyboard.press('Control+Shift+Backslash')
    await expect.poll(() => bench.getAttribute('data-layout')).toBe('page')
    await page.context().close()
  })

  it('with «?present» the code is large, with twenty lines, the text is out of sight, and F8 asks rustc and walks the story', async () => {
    const page = await stage.open(`${lesson}?present`, options)
    const { bench, problems } = await openWorkbench(page)
    await expect.poll(() => bench.getAttribute('data-layout'), { timeout: 20_000 }).toBe('split')
    await expect.poll(() => codeSizes(page), { timeout: 20_000 }).toEqual(['20px'])
    expect(await rowsInSight(page)).toEqual([20, 20])
    expect(await isCovered(page.getByRole('heading', { level: 1 }))).toBe(true)
    await page.keyboard.press('F8')
    await problems.first().waitFor()
    for (const step of [1, 2, 3]) {
      await page.keyboard.press('F8')
      await bench.getByText(`${step} of 4`, { exact: true }).waitFor()
    }
    await bench.locator('.wb-label-block.is-whole, .wb-lit').first().waitFor()
    await page.context().close()
  })
})

it.for(narrow)(
  'at $width px there is no split view, and a link with «?present» is the page as ever',
  async ({ options }) => {
    const page = await stage.open(`${lesson}?present`, options)
    const { bench } = await openWorkbench(page)
    const editor = bench.getByRole('textbox', { name: /the Rust you edit/ })
    await editor.waitFor({ state: 'attached' })
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await bench.getByRole('button', { name: 'Split' }).isVisible()).toBe(false)
    await editor.focus()
    await page.keyboard.press('Control+Backslash')
    await page.keyboard.press('Control+Shift+Backslash')
    expect(await bench.getAttribute('data-layout')).toBe('page')
    expect(await page.locator('[data-present]').count()).toBe(0)
    await bench.getByRole('button', { name: 'Menu', exact: true }).click()
    await bench.getByRole('button', { name: 'Export' }).waitFor()
    expect(await bench.getByRole('button', { name: 'Present' }).isVisible()).toBe(false)
    await page.context().close()
  },
)

it('the menu has the page presented, and brings it back, with the reader’s code', async () => {
  const page = await stage.open(lesson, { viewport: projector })
  const { bench, write, drawn, menu } = await openWorkbench(page)
  await write('fn main() {} // mine\n')
  await menu('Present')
  await expect.poll(() => bench.getAttribute('data-layout'), { timeout: 10_000 }).toBe('split')
  await expect.poll(() => codeSizes(page), { timeout: 10_000 }).toEqual(['20px'])
  expect(page.url()).toMatch(/\/\?present$/)
  expect(await drawn()).toContain('// mine')
  await menu('Leave the presentation')
  await expect.poll(() => bench.getAttribute('data-layout'), { timeout: 10_000 }).toBe('page')
  await expect.poll(() => codeSizes(page), { timeout: 10_000 }).toEqual(['13px'])
  expect(page.url()).toMatch(/borrow-deadline\/$/)
  expect(await drawn()).toContain('// mine')
  await page.context().close()
})

it.for([
  ['a port', '/traits-and-unsafe/traits-as-ops-tables/'],
  ['a project', '/first-module/project-logbook/'],
] as const)('«?present» shows %s too', async ([, path]) => {
  const page = await stage.open(`${path}?present`, { viewport: projector })
  const { bench } = await openWorkbench(page)
  await expect.poll(() => bench.getAttribute('data-layout'), { timeout: 20_000 }).toBe('split')
  await expect.poll(() => codeSizes(page), { timeout: 20_000 }).toEqual(['20px'])
  await page.context().close()
})

it('a drill, which has no split view, is its page as ever with «?present»', async () => {
  const page = await stage.open('/rust-for-c-readers/structs-and-methods/?present', { viewport: projector })
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.locator('[data-present], [data-layout=split]').count()).toBe(0)
  await page.context().close()
})

it('the divider is moved by arrow keys and by the pointer, and the split view stays until it is left by key', async () => {
  const page = await stage.open(lesson)
  const { bench } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await page.keyboard.press('Control+Backslash')
  expect(await bench.getAttribute('data-layout')).toBe('page')
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
  await page.keyboard.press('Control+Backslash')
  const divider = bench.getByRole('separator', { name: 'Width of the C side' })
  await divider.focus()
  const at = async () => (await divider.boundingBox())!.x
  const before = await at()
  await page.keyboard.press('ArrowRight')
  await expect.poll(at, { timeout: 20_000 }).toBeGreaterThan(before)
  await divider.hover()
  await page.mouse.down()
  await page.mouse.move(500, 300)
  await page.mouse.up()
  await expect.poll(at, { timeout: 20_000 }).toBeLessThan(510)
  await page.reload()
  await expect.poll(() => bench.getAttribute('data-layout'), { timeout: 20_000 }).toBe('split')
  await expect.poll(at, { timeout: 20_000 }).toBeLessThan(510)
  await page.context().close()
})

it('Esc leaves the full window, but first what else it ends: editing, a widget of the editor, a menu', async () => {
  const page = await stage.open(lesson)
  const { bench, button } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  const layout = () => bench.getAttribute('data-layout')
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
  await page.keyboard.press('Control+Shift+Backslash')
  await expect.poll(layout).toBe('full')
  await page.keyboard.type('// mine')
  await bench.getByText('Tab indents').or(bench.getByText('indents; ')).first().waitFor()
  await page.keyboard.press('Control+f')
  await bench.locator('.find-widget.visible').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => bench.locator('.find-widget.visible').count()).toBe(0)
  expect(await layout()).toBe('full')
  await button('Menu').click()
  await bench.locator('.wb-menu:popover-open').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => bench.locator('.wb-menu:popover-open').count()).toBe(0)
  expect(await layout()).toBe('full')
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
  await page.keyboard.type('!')
  await page.keyboard.press('Escape')
  expect(await layout()).toBe('full')
  await page.keyboard.press('Escape')
  await expect.poll(layout).toBe('page')
  await page.context().close()
})

it('Esc leaves a presentation, and then the two sides', async () => {
  const page = await stage.open(lesson)
  const { bench } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  const layout = () => bench.getAttribute('data-layout')
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
  await page.keyboard.press('Control+Backslash')
  await expect.poll(layout).toBe('split')
  await page.goto(stage.url(`${lesson}?present`))
  await bench.locator('.view-line').first().waitFor()
  await expect.poll(layout).toBe('split')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.url()).not.toContain('present')
  expect(await layout()).toBe('split')
  await page.keyboard.press('Escape')
  await expect.poll(layout).toBe('page')
  await page.reload()
  await bench.locator('.view-line').first().waitFor()
  expect(await layout()).toBe('page')
  await page.context().close()
})

it('Esc leaves the full window to who has the keys of vim: they press it at every turn', async () => {
  const page = await stage.open('/404.html')
  await page.evaluate(() => localStorage.setItem('no-oops:keymap', 'vim'))
  await page.goto(stage.url(lesson))
  const { bench } = await openWorkbench(page)
  await bench.locator('.wb-vim-status').waitFor()
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
  await page.keyboard.press('Control+Shift+Backslash')
  const layout = () => bench.getAttribute('data-layout')
  await expect.poll(layout).toBe('full')
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Escape')
  expect(await layout()).toBe('full')
  await page.context().close()
})

/** A duty lights up on both sides, and with the cursor in it the other side shows its lines. */
async function showsDuties(page: Page, { c, rust }: Record<'c' | 'rust', Locator>) {
  await c.locator('.wb-duty-mark').first().waitFor()
  // Both sides still find their places: a pointer that rests would be on another line then.
  const line = c.locator('.view-line', { hasText: '__free(kfree)' })
  const lit = async () => {
    await page.mouse.move(0, 0)
    await line.hover()
    return rust.locator('.wb-duty-lit').count()
  }
  await expect.poll(lit, { timeout: 20_000, interval: 500 }).toBeGreaterThan(0)
  expect(await c.locator('.wb-duty-lit').count()).toBeGreaterThan(0)

  await c.getByRole('textbox', { name: /the C you edit/ }).focus()
  await page.keyboard.press('Control+End')
  await expect.poll(() => c.locator('.wb-duty-lit').count()).toBe(0)
  // At its text: a label may stand behind it.
  await rust.locator('.view-line', { hasText: 'self.pending.take()' }).click({ position: { x: 120, y: 8 } })
  await line.waitFor()
  await expect.poll(() => c.locator('.wb-duty-lit').count()).toBeGreaterThan(0)
}

async function isBeside(left: Locator, right: Locator): Promise<boolean> {
  const [a, b] = [(await left.boundingBox())!, (await right.boundingBox())!]
  return a.y === b.y && a.height === b.height && a.x + a.width <= b.x
}

async function bottomOf(part: Locator): Promise<number> {
  const { y, height } = (await part.boundingBox())!
  return y + height
}

/** Something else stands where it would be, or it is nowhere. */
function isCovered(part: Locator): Promise<boolean> {
  return part.evaluate((element) => {
    const { left, top } = element.getBoundingClientRect()
    const there = document.elementFromPoint(left + 2, top + 2)
    return !element.checkVisibility() || there === null || !element.contains(there)
  })
}

/** Of the code in the large editors, each once. */
async function codeSizes(page: Page): Promise<string[]> {
  const sizes = await page
    .locator('.view-line:visible')
    .evaluateAll((lines) => lines.map((line) => getComputedStyle(line).fontSize))
  return [...new Set(sizes)]
}

/** Of each editor, how many lines are wholly in sight; at most twenty are counted. */
async function rowsInSight(page: Page): Promise<number[]> {
  return page.locator('.monaco-editor:visible').evaluateAll((editors) =>
    editors.map((editor) => {
      const height = Number.parseFloat(getComputedStyle(editor.querySelector('.view-line')!).height)
      return Math.min(20, Math.floor(editor.clientHeight / height))
    }),
  )
}

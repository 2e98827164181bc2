import type { Locator } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { phone, useStage } from './browser.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
// A kernel boots in a second; on a busy machine it may be twenty.
vi.setConfig({ testTimeout: 120_000 })
const lesson = '/ownership/borrow-deadline/'

it.for([
  ['a phone', phone],
  ['a tablet', { viewport: { width: 820, height: 1180 } }],
] as const)('on %s a link under «Fix it» leads to the editor', async ([, options]) => {
  const page = await stage.open(lesson, options)
  const fix = page.getByRole('heading', { name: 'Fix it' })
  const way = page.getByRole('link', { name: 'To the editor' }).last()
  const [heading, next] = [await topOf(fix), await topOf(page.locator('#where-this-is-in-the-tree'))]
  const at = await topOf(way)
  expect(at > heading && at < next).toBe(true)
  await way.click()
  const { bench } = await openWorkbench(page)
  await expect.poll(async () => Math.abs((await bench.boundingBox())!.y)).toBeLessThan(200)
  await page.context().close()
})

it('on a wide screen, where the editor is beside the text, there is no such link', async () => {
  const page = await stage.open(lesson)
  await page.getByRole('heading', { name: 'Fix it' }).waitFor()
  expect(await page.locator('.to-workbench:visible').count()).toBe(0)
  await page.context().close()
})

it('a message stands over the line below the code, and over no result', async () => {
  const page = await stage.open(lesson, phone)
  const { bench, menu } = await openWorkbench(page)
  await bench.evaluate((section) => section.scrollIntoView())
  await menu('Copy link')
  const message = bench.locator('.wb-toast')
  const line = bench.locator('.wb-line')
  await expect.poll(async () => Math.abs((await bottomOf(message)) - (await bottomOf(line)))).toBeLessThan(2)
  await page.evaluate(() => scrollTo(0, 0))
  await expect.poll(() => isInWindow(message)).toBe(true)
  await page.context().close()
})

it('a fix is made in sight, with the cursor at it, as one step for undo', async () => {
  const page = await stage.open('/playground/', phone)
  const { bench, problems } = await openWorkbench(page)
  const editor = bench.getByRole('textbox', { name: /^main\.rs,/ })
  const code = `fn main() {\n${'    println!();\n'.repeat(60)}    let mut n = 1;\n    println!("{n}");\n}\n`
  await editor.fill(code)
  await problems.getByRole('button', { name: /remove this `?mut/ }).tap()
  const fixed = code.replace('let mut n', 'let n')
  await expect.poll(() => editor.inputValue()).toBe(fixed)
  const place = () =>
    editor.evaluate((area: HTMLTextAreaElement) => {
      const line = 61 * Number.parseFloat(getComputedStyle(area).lineHeight)
      return {
        at: area.selectionEnd,
        isInSight: area.scrollTop <= line && line < area.scrollTop + area.clientHeight,
      }
    })
  await expect.poll(place).toEqual({ at: fixed.indexOf('let n') + 4, isInSight: true })
  await page.keyboard.press('Control+z')
  await expect.poll(() => editor.inputValue()).toBe(code)
  await page.context().close()
})

it('what a reset took can be brought back until the next edit', async () => {
  const page = await stage.open(lesson, phone)
  const { bench, menu, button } = await openWorkbench(page)
  const editor = bench.getByRole('textbox', { name: /main\.rs, the Rust you edit/ })
  await editor.fill('// mine')
  await menu('Reset the lesson')
  // As long as a message without an offer stays, and longer.
  await page.waitForTimeout(9000)
  await button('Undo').tap()
  await expect.poll(() => editor.inputValue()).toBe('// mine')
  await menu('Reset the lesson')
  await button('Undo').waitFor()
  await editor.press('End')
  await page.keyboard.type(' ')
  await expect.poll(() => bench.locator('.wb-toast').count()).toBe(0)
  await page.context().close()
})

it.each(['small', 'largest'])(
  'lines of code are as high as their numbers, and no letter is too small to type, at the size %s',
  async (size) => {
    const page = await stage.open(lesson, phone)
    const { bench } = await openWorkbench(page)
    await page.evaluate((size) => (document.documentElement.dataset.codeSize = size), size)
    const [code, numbers] = [bench.locator('.plain-editor:visible'), bench.locator('.plain-gutter:visible')]
    await code.waitFor()
    expect(await code.getAttribute('autocorrect')).toBe('off')
    const sizeOf = (part: Locator) =>
      part.evaluate((it) => [getComputedStyle(it).fontSize, getComputedStyle(it).lineHeight])
    const [typed] = await sizeOf(code)
    expect((await sizeOf(numbers))[1]).toBe((await sizeOf(code))[1])
    expect(Number.parseFloat(typed!)).toBeGreaterThanOrEqual(size === 'largest' ? 18 : 16)
    await page.context().close()
  },
)

it('after Ask, Run and Check the page is at what came', async () => {
  const page = await stage.open(lesson, phone)
  const { bench, askRustc, problems, console, button, tab } = await openWorkbench(page)
  await button('Ask rustc').waitFor()
  await bench.evaluate((section) => section.scrollIntoView())
  await askRustc()
  await problems.first().waitFor()
  await expect.poll(() => isInWindow(problems.first().locator('.wb-problem-head'))).toBe(true)

  await tab('driver.c')
  await bench.evaluate((section) => section.scrollIntoView())
  await button('Run').click()
  await console.locator('.wb-serial-report').first().waitFor()
  await expect.poll(() => isInWindow(console.getByRole('status'))).toBe(true)

  await bench.evaluate((section) => section.scrollIntoView())
  await button('Check').click()
  const verdict = bench.getByText(/^Not yet/)
  await verdict.waitFor()
  await expect.poll(() => isInWindow(verdict)).toBe(true)
  await page.context().close()
})

it('what a solution consists of comes into sight from its first line', async () => {
  const page = await stage.open(lesson, phone)
  const { bench, button, menu } = await openWorkbench(page)
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).waitFor()
  await menu('Solution')
  await button('Show the solution').click()
  const pane = bench.getByRole('region', { name: 'The solution against your code' })
  const reason = pane.locator('.wb-markdown').first()
  await expect.poll(() => isInWindow(reason)).toBe(true)
  const [title, bar] = [pane.getByRole('heading'), bench.getByRole('tablist', { name: 'Results' })]
  const gap = (await title.boundingBox())!.y - (await bar.boundingBox())!.y
  expect(gap, 'the title is clear of the tabs').toBeGreaterThanOrEqual(36 + 4)
  await page.context().close()
})

it('what compiled it is told below the code, which it does not push down', async () => {
  const page = await stage.open(lesson, phone)
  const { bench, askRustc } = await openWorkbench(page)
  const editor = bench.getByRole('textbox', { name: /the Rust you edit/ })
  await editor.waitFor()
  const place = async () => (await topOf(editor)) - (await topOf(bench))
  const before = await place()
  await askRustc()
  const version = bench.getByText('rustc 1.85.1', { exact: true })
  await version.waitFor()
  expect(await place()).toBe(before)
  expect(await topOf(version)).toBeGreaterThan(await topOf(editor))
  await page.context().close()
})

/** In pixels from the top of the page. */
async function topOf(part: Locator): Promise<number> {
  return part.evaluate((element) => Math.round(element.getBoundingClientRect().top + scrollY))
}

async function isInWindow(part: Locator): Promise<boolean> {
  return part.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  })
}

it('«Reset the lesson» puts each file back into its own place, and so does «Undo»', async () => {
  const page = await stage.open('/ownership/slices-and-bounds/', phone)
  const { bench, menu } = await openWorkbench(page)
  const rust = bench.getByRole('textbox', { name: 'main.rs, the Rust you edit' })
  const given = await rust.inputValue()
  await rust.fill(`// mine\n${given}`)
  await menu('Reset the lesson')
  await expect.poll(() => rust.inputValue()).toBe(given)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => rust.inputValue()).toBe(`// mine\n${given}`)
  await page.context().close()
})

async function bottomOf(element: Locator): Promise<number> {
  const { y, height } = (await element.boundingBox())!
  return y + height
}

import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useStage } from './browser.ts'
import { openPlayground } from './playground-page.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
const lesson = '/ownership/borrow-deadline/'
const first = '//! The fault device: one read reports one fault.'

it('the plain editor goes on with cursor and undo of the large one, and the large one with those of the plain', async () => {
  const page = await stage.open(lesson)
  const { bench, drawn, menu } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  await typeSteps(page, [' // one', ' two'])

  await menu('Plain editor')
  const area = bench.getByRole('textbox', { name: 'main.rs, the Rust you edit' })
  await expect.poll(() => area.evaluate((it) => it.tagName)).toBe('TEXTAREA')
  await area.focus()
  await page.keyboard.type(' three')
  const plainLine = async () => lineWith(await area.inputValue())
  expect(await plainLine()).toBe(`${first} // one two three`)
  const undone = async (line: () => Promise<string | undefined>) => {
    await page.keyboard.press('Control+z')
    return line()
  }
  await expect.poll(() => undone(plainLine), { timeout: 10_000 }).toBe(`${first} // one`)
  await page.keyboard.type(' more')
  await expect.poll(plainLine).toBe(`${first} // one more`)

  await menu('Large editor')
  await bench.locator('.view-line:visible').first().waitFor()
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
  await page.keyboard.type('!')
  const largeLine = async () => lineWith(await drawn())
  await expect.poll(largeLine).toBe(`${first} // one more!`)
  await expect.poll(() => undone(largeLine), { timeout: 10_000 }).toBe(first)
  await page.context().close()
})

it.each(['monaco', 'plain'])('cursor and undo stay while another tab is in sight: %s', async (kind) => {
  const page = await stage.open('/')
  await page.evaluate((kind) => localStorage.setItem('no-oops:editor', JSON.stringify(kind)), kind)
  await page.goto(stage.url(lesson))
  const { bench, tab } = await openWorkbench(page)
  const input = bench.getByRole('textbox', { name: /the Rust you edit/ })
  await input.waitFor({ state: 'attached' })
  await input.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('// mine')
  await tab('driver.c')
  await tab('main.rs')
  await input.focus()
  await page.keyboard.type(' too')
  const saved = () =>
    page.evaluate(() => localStorage.getItem('no-oops:code:ownership/borrow-deadline') ?? '')
  await expect.poll(saved).toContain('// mine too//! The fault')
  for (let presses = 0; presses < 12; presses++) await page.keyboard.press('Control+z')
  await expect.poll(saved).not.toContain('mine')
  await page.context().close()
})

it('undo goes on in the playground after a file was added', async () => {
  const page = await stage.open('/playground/')
  const { write, addFile, editor, file, drawn } = await openPlayground(page)
  await write('fn main() { println!("first"); }')
  await page.waitForTimeout(1100)
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('// second\n')
  await addFile('ring.rs')
  await editor('ring.rs').waitFor()
  await file('main.rs').click()
  await editor('main.rs').focus()
  await expect.poll(drawn).toContain('// second')
  await page.keyboard.press('Control+z')
  await expect.poll(drawn).not.toContain('// second')
  expect(await drawn()).toContain('first')
  await page.context().close()
})

/** Each with a pause behind it: what comes without one is undone at once. */
async function typeSteps(page: Page, steps: string[]) {
  for (const step of steps) {
    await page.keyboard.type(step)
    await page.waitForTimeout(1100)
  }
}

function lineWith(code: string): string | undefined {
  return code
    .split('\n')
    .find((line) => line.includes(first))
    ?.trim()
}

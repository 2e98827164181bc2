import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { violations } from './axe.ts'
import { useStage } from './browser.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
const lesson = '/ownership/borrow-deadline/'

describe('the settings', () => {
  it('open over a page, hold at once, after a reload, and in another tab', async () => {
    const page = await stage.open(lesson, { colorScheme: 'light', bypassCSP: true })
    const other = await page.context().newPage()
    await other.goto(stage.url('/'))
    await other.mouse.move(100, 100)
    const dialog = await openSettings(page)
    expect(await violations(page)).toEqual([])
    await dialog.getByText('Dark', { exact: true }).click()
    const root = (of: Page) => of.locator('html')
    for (const of of [page, other]) await expect.poll(() => root(of).getAttribute('data-theme')).toBe('dark')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.ariaLabel), 'the focus is back').toBe('Settings')
    await page.reload()
    expect(await root(page).getAttribute('data-theme')).toBe('dark')
    await page.context().close()
  })

  it('make the code larger on the page and in the editor that is open', async () => {
    const page = await stage.open(lesson)
    const { bench } = await openWorkbench(page)
    const line = bench.locator('.view-line').first()
    const sizeOf = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((it) => getComputedStyle(it).fontSize)
    await line.waitFor()
    await expect.poll(() => sizeOf('.view-line')).toBe('13px')
    const before = await sizeOf('article .code')
    const dialog = await openSettings(page)
    await dialog.getByText('Large', { exact: true }).click()
    await expect.poll(() => sizeOf('.view-line')).toBe('16px')
    expect(Number.parseFloat(await sizeOf('article .code'))).toBeGreaterThan(Number.parseFloat(before))
    await page.context().close()
  })

  it('give the editor the keys of vim, loaded when they are chosen', async () => {
    const page = await stage.open(lesson)
    const { bench, drawn } = await openWorkbench(page)
    await bench.locator('.view-line').first().waitFor()
    const dialog = await openSettings(page)
    await dialog.getByText('vim', { exact: true }).click()
    await bench.getByText('--NORMAL--').waitFor()
    await page.keyboard.press('Escape')
    await bench.locator('.view-line', { hasText: 'let mut seen' }).click()
    await page.keyboard.type('ggO')
    await bench.getByText('--INSERT--').waitFor()
    await page.keyboard.type('// vim was here')
    await page.keyboard.press('Escape')
    await bench.getByText('--NORMAL--').waitFor()
    await expect.poll(drawn).toContain('// vim was here')
    await page.keyboard.type('u')
    await expect.poll(drawn).not.toContain('vim was here')
    const again = await openSettings(page)
    await again.getByText('Usual', { exact: true }).click()
    await expect.poll(() => bench.locator('.wb-vim-status').count()).toBe(0)
    await page.context().close()
  })
})

describe('with the keys of vim', () => {
  async function openWithVim() {
    const page = await stage.open(lesson)
    await page.evaluate(() => localStorage.setItem('no-oops:keymap', 'vim'))
    await page.reload()
    const bench = await openWorkbench(page)
    await bench.bench.getByText('--NORMAL--').waitFor()
    await bench.bench.locator('.view-line', { hasText: 'let mut seen' }).click()
    return { page, ...bench, command: bench.bench.locator('.wb-vim-status input') }
  }
  const isInEditor = (page: Page) =>
    page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null)

  it('«/» searches the code, not the course', async () => {
    const { page, bench, drawn, command } = await openWithVim()
    await page.keyboard.type('/extend')
    await expect.poll(() => command.inputValue()).toBe('extend')
    expect(await command.getAttribute('aria-label')).toBe('Command of vim')
    await page.keyboard.press('Enter')
    await expect.poll(() => command.count()).toBe(0)
    await page.keyboard.type('x')
    await expect.poll(drawn).toContain('.xtend_from_slice')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await isInEditor(page)).toBe(true)
    await bench.getByText('--NORMAL--').waitFor()
    await page.context().close()
  })

  it('«:» takes commands, and «:w» does no harm: what is typed is saved anyway', async () => {
    const { page, bench, drawn, command } = await openWithVim()
    const before = await drawn()
    await page.keyboard.type(':w')
    await expect.poll(() => command.inputValue()).toBe('w')
    await page.keyboard.press('Enter')
    await expect.poll(() => command.count()).toBe(0)
    expect(await drawn()).toBe(before)
    await page.keyboard.type(':%s/seen/said/g')
    await page.keyboard.press('Enter')
    await expect.poll(drawn).toContain('let mut said')
    await bench.getByText('Saved in this browser', { exact: true }).waitFor()
    expect(await isInEditor(page)).toBe(true)
    await page.context().close()
  })

  it('Esc ends what is typed, and stays in the editor', async () => {
    const { page, bench, drawn } = await openWithVim()
    await page.keyboard.type('O// typed')
    await bench.getByText('--INSERT--').waitFor()
    await page.keyboard.press('Escape')
    await bench.getByText('--NORMAL--').waitFor()
    await page.keyboard.press('Escape')
    expect(await isInEditor(page)).toBe(true)
    await expect.poll(drawn).toContain('// typed')
    await page.context().close()
  })
})

it('«?» lists the keys, unless somebody types', async () => {
  const page = await stage.open(lesson)
  // The first that the page sees of its reader.
  await page.keyboard.press('Shift+?')
  const dialog = page.getByRole('dialog', { name: 'Keys' })
  await dialog.getByText('check the exercise').waitFor()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.context().close()
})

it('each heading has a link to itself, which a click copies', async () => {
  const page = await stage.open(lesson, { permissions: ['clipboard-read', 'clipboard-write'] })
  await page.mouse.move(100, 100)
  const link = page.getByRole('link', { name: 'Link to «Questions»' })
  await link.focus()
  await link.press('Enter')
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(copied).toBe(stage.url(`${lesson}#questions`))
  expect(new URL(page.url()).hash).toBe('#questions')
  await page.context().close()
})

it('the header says how long the rest takes', async () => {
  const page = await stage.open(lesson)
  await page.mouse.move(100, 100)
  await page.getByText('25 min left').waitFor()
  await page.keyboard.press('End')
  await expect.poll(() => page.locator('.time-left').textContent()).not.toContain('25 min left')
  await page.context().close()
})

async function openSettings(page: Page) {
  await page.getByRole('link', { name: 'Settings' }).click()
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  await dialog.getByText('Theme').waitFor()
  return dialog
}

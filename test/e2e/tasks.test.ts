import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { phone, useStage } from './browser.ts'

const stage = useStage()

it('a claim says why a verdict is not right, and shows the place in the tree once it is', async () => {
  const page = await stage.open('/orientation/fact-check-the-language/')
  const task = page.locator('#refuses')
  await task.getByRole('radio', { name: 'True' }).check({ force: true })
  await task.locator('.outcome-says').getByText('Also inside of unsafe?').waitFor()
  expect(await task.locator('.source').isVisible()).toBe(false)

  await task.getByRole('radio', { name: 'Partly' }).check({ force: true })
  await task
    .getByRole('group', { name: /^Excerpt of Documentation\/rust\/general-information\.rst/ })
    .waitFor()
  await page.getByText('1 of 13 done').waitFor()
  await page.context().close()
})

it('each patch asks on which line one comments, and «none» is an answer', async () => {
  const page = await stage.open('/userspace-interfaces/who-may/')
  const comments = page.locator('.line-comment')
  expect(await comments.count()).toBe(3)
  const answers = [
    ['#who-asks', 'No. One of the lines needs a comment.'],
    ['#says-who', 'Yes, no line is wrong.'],
  ] as const
  for (const [task, said] of answers) {
    await page.locator(task).getByLabel('I comment on the line').selectOption('none')
    await page.locator(task).getByText(said, { exact: true }).waitFor()
  }
  await page.context().close()
})

it('a number of two digits is typed as one, and the first alone is taken after a moment', async () => {
  const page = await stage.open('/ownership/recall/')
  const task = page.locator('.task:has(input[data-key="10"])').first()
  await task.getByRole('link', { name: /^(Next task|To the end)/ }).waitFor()
  await page.mouse.move(1, 1)
  await page.locator('[data-end] a').first().waitFor({ state: 'attached' })
  await task.focus()
  const chosen = () => task.locator('input:checked').getAttribute('data-key', { timeout: 10_000 })
  await page.keyboard.type('10', { delay: 50 })
  expect(await chosen()).toBe('10')
  await page.keyboard.press('1')
  await expect.poll(chosen, { timeout: 10_000 }).toBe('1')
  await page.context().close()
})

it('Enter after an answer by its number goes on, whatever was clicked before', async () => {
  const page = await stage.open('/ownership/recall/')
  const task = page.locator('.task:has(input[data-key="10"])').first()
  await task.getByRole('link', { name: /^(Next task|To the end)/ }).waitFor()
  await page.mouse.move(1, 1)
  await page.locator('[data-end] a').first().waitFor({ state: 'attached' })
  await task.locator('input[type=radio]').first().click()
  await page.keyboard.type('10', { delay: 50 })
  await page.keyboard.press('Enter')
  expect(await task.locator('input:checked').getAttribute('data-key')).toBe('10')
  await expect.poll(() => task.evaluate((it) => it.contains(document.activeElement))).toBe(false)
  await page.context().close()
})

it('what becomes of a task is spoken by that task alone', async () => {
  const page = await stage.open('/rust-for-c-readers/enums-and-match/')
  const editors = page.locator('.task-editor')
  for (const index of [0, 1])
    await editors
      .nth(index)
      .getByRole('button', { name: /^Check/ })
      .click()
  const news = (index: number) => editors.nth(index).locator('.wb-announcer')
  await expect.poll(() => news(1).innerText(), { timeout: 20_000 }).not.toBe('')
  expect(await news(0).innerText()).toBe('')
  await page.context().close()
})

it('code stands beside other code only where no line of it is cut', async () => {
  const page = await stage.open('/traits-and-unsafe/closures-as-callbacks/', {
    viewport: { width: 1440, height: 900 },
  })
  const pairs = page.locator('.task-code:has(> figure + :is(figure, astro-island))')
  const columns = await pairs.evaluateAll((all) =>
    all.map((pair) => {
      const codes = [...pair.querySelectorAll('pre')]
      return new Set(codes.map((code) => code.getBoundingClientRect().x)).size
    }),
  )
  expect(columns).toEqual([2, 1])
  const cut = await pairs
    .locator('pre')
    .evaluateAll((all) => all.filter((it) => it.scrollWidth > it.clientWidth).length)
  expect(cut).toBe(0)
  await page.context().close()
})

it('a task that is done stays on its page when lessons are counted', async () => {
  const page = await stage.open('/orientation/fact-check-the-language/')
  const task = page.locator('#refuses')
  await task.getByRole('radio', { name: 'Partly' }).check({ force: true })
  await page.getByText('1 of 13 done').waitFor()
  await page.evaluate(() => {
    const solvedAt = new Date().toISOString()
    const progress = { 'orientation/history-and-status': { solvedAt } }
    localStorage.setItem('no-oops:progress', JSON.stringify(progress))
    dispatchEvent(new Event('pageshow'))
  })
  expect(await task.getByRole('radio').count()).toBe(4)
  await page.context().close()
})

it('a recall has in sight what was answered wrongly before, wherever it stands in the pool', async () => {
  const page = await stage.open('/orientation/recall/')
  const missed = page.locator('#fact-check-the-language-refuses')
  await page.locator('#which-line').waitFor()
  expect(await missed.isVisible()).toBe(false)

  await page.goto(stage.url('/orientation/fact-check-the-language/'))
  await page.locator('#refuses').getByRole('radio', { name: 'Wrong' }).check({ force: true })
  await page.waitForFunction(() => Object.entries(localStorage).some(([, text]) => text.includes('refuses')))
  await page.goto(stage.url('/orientation/recall/'))
  await missed.waitFor()
  await page.locator('#one-sentence').getByRole('radio', { name: 'Above sound' }).check({ force: true })
  const done = page.locator('.task-count')
  await expect.poll(() => done.innerText(), { timeout: 10_000 }).toBe('1 of 8 done')
  await page.getByRole('button', { name: 'Show the others too' }).click()
  await expect.poll(() => page.locator('[data-task]:visible').count()).toBe(15)
  expect(await done.innerText()).toBe('1 of 15 done')
  expect(await page.locator('#why-a-second-language-question-1').textContent()).toContain(
    'watch_remove(watch, log);',
  )
  await page.context().close()
})

it('a task that is edited says what was expected and what came, and what does not hold first', async () => {
  const page = await stage.open('/')
  await page.evaluate(() => localStorage.setItem('no-oops:editor', '"plain"'))
  await page.goto(stage.url('/rust-for-c-readers/integers-and-casts/'))
  const printing = await edit(page, 'add-mut', 'fn main() {\n    println!("minor 3");\n}\n')
  await printing.getByText('Not yet.').waitFor()
  expect(await printing.locator('dd').allInnerTexts()).toEqual(['minor 2', 'minor 3'])

  const holding = await edit(
    page,
    'widen',
    'fn dev(major: u8, minor: u8) -> u32 {\n    u32::from(major) << 8 | u32::from(minor & 3)\n}\n',
  )
  await holding.getByText('Not yet.').waitFor()
  const signs = await holding
    .locator('.task-held > li')
    .evaluateAll((items) => items.map((it) => it.className))
  expect(signs).toEqual(['task-no', 'task-yes'])
  expect(await holding.locator('dd').allInnerTexts()).toEqual(['65535', '65283'])
  await page.context().close()
})

it('the answer of a task that is edited is its code', async () => {
  const page = await stage.open('/traits-and-unsafe/no-std-and-const/')
  const task = page.locator('.task:has(.task-solution)').first()
  await task.getByText('Show the answer').click()
  await task.getByRole('group', { name: /^The solution of/ }).waitFor()
  await page.context().close()
})

it('a refusal in a task is explained there, and is not said of code that came after it', async () => {
  const page = await stage.open('/rust-for-c-readers/integers-and-casts/', phone)
  const editor = page.getByRole('region', { name: 'Editor of add-mut' })
  await editor.locator('.wb-static .line').nth(1).tap()
  const code = editor.getByRole('textbox')
  await code.waitFor()
  await expect.poll(() => code.evaluate((it) => it === document.activeElement)).toBe(true)
  await code.press('End')
  await code.press('Enter')
  await expect.poll(() => code.inputValue()).toMatch(/\n +.*\n +\n/)

  await editor.getByRole('button', { name: /^Check/ }).tap()
  await editor.getByText(/^rustc refuses it: /).waitFor()
  await editor
    .getByRole('button', { name: /^Explain E\d{4}/ })
    .first()
    .tap()
  await editor.getByRole('link', { name: 'whole page' }).waitFor()
  await editor.getByRole('button', { name: 'Close' }).tap()
  await code.fill('fn main() {\n    println!("minor 2");\n}\n')
  await editor.getByText('The code has changed since this check.').waitFor()
  await editor.getByRole('button', { name: /^Check/ }).tap()
  await editor.getByText('Solved.').waitFor()

  await page.reload()
  await editor.getByText('You solved this before.').waitFor()
  expect(await editor.locator('.line').nth(1).getAttribute('data-line')).toBe('2')
  await editor.getByRole('button', { name: 'Start again' }).tap()
  await expect.poll(() => code.inputValue()).not.toContain('minor 2')
  await editor.getByRole('button', { name: 'Undo: take my code back' }).tap()
  await expect.poll(() => code.inputValue()).toContain('minor 2')
  await page.context().close()
})

it.each([
  ['large', {}, '.view-line'],
  ['plain', phone, 'textarea'],
] as const)(
  'what stands below a task stays where it is when its %s editor comes',
  async (_, options, code) => {
    const page = await stage.open('/traits-and-unsafe/closures-as-callbacks/', options)
    const editor = page.locator('.task-editor').first()
    const height = () => editor.locator('.wb-editor').evaluate((it) => it.clientHeight)
    const before = await height()
    await editor.locator('.wb-static .line').nth(1).click()
    await editor.locator(code).first().waitFor()
    expect(await height()).toBe(before)
    await page.context().close()
  },
)

it('what came of a task is in sight, also where its editor ends below the window', async () => {
  const page = await stage.open('/ownership/borrow-deadline/')
  const editor = page.getByRole('region', { name: 'Editor of log' })
  await editor.locator('.wb-static .line').first().click()
  await editor.locator('.view-line').first().waitFor()
  await editor.evaluate((it) => scrollBy(0, it.getBoundingClientRect().top - innerHeight + 120))
  await page.keyboard.press('Control+Enter')
  await editor.getByText('Not yet.').waitFor()
  const result = editor.locator('.task-result')
  await expect
    .poll(() => result.evaluate((it) => it.getBoundingClientRect().bottom <= innerHeight))
    .toBe(true)
  await page.context().close()
})

it('below the last task stands which tasks are not done', async () => {
  const page = await stage.open('/orientation/fact-check-the-language/')
  const end = page.locator('#tasks-end')
  await page.locator('#refuses').getByRole('radio', { name: 'Partly' }).check({ force: true })
  await end.getByText('Not done yet:').waitFor()
  expect(await end.getByRole('link').count()).toBe(12)
  await end.getByRole('link').first().press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.matches('.task'))).toBe(true)
  await page.context().close()
})

/** Puts a program into the editor of a task, and has it checked. */
async function edit(page: Page, name: string, program: string) {
  const editor = page.getByRole('region', { name: `Editor of ${name}` })
  await editor.locator('.wb-static .line').first().click()
  await editor.getByRole('textbox').fill(program)
  await editor.getByRole('button', { name: /^Check/ }).click()
  return editor
}

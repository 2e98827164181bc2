import { readFile } from 'node:fs/promises'
import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import { useStage } from './browser.ts'
import { lessonFile, wrongAnswer } from './lesson-files.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
const slug = 'ownership/move-is-freed-once'
const lesson = `/${slug}/`
const folder = '03-ownership/01-move-is-freed-once'

it('what fails comes first, with what was expected, what came, and its line in the test', async () => {
  const page = await stage.open(lesson)
  const { bench, button, write } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  const solution = lessonFile(`${folder}/solution/main.rs`)
  await write(solution.replace('self.refused += 1', 'self.refused += 2'))
  await button('Check').click()
  const checks = bench.getByRole('tabpanel', { name: /^Checks/ })
  await checks.getByText(/^Not yet: \d+ of \d+ checks hold\.$/).waitFor()
  await expectFailingFirst(checks)
  const failed = checks.locator('.wb-fails').first()
  const compared = failed.locator('.wb-compared')
  expect(await compared.locator('dt').allInnerTexts()).toEqual(['expected', 'got'])
  expect(await compared.locator('dd').allInnerTexts()).toEqual(['1', '2'])
  await expectLineOf(failed, `${folder}/check/tests.rs`, 'tests.rs')
  await page.context().close()
})

it('a test that fails in the kernel says what was expected, and leads to its line', async () => {
  const page = await stage.open('/bindings-and-abstractions/project-logbook/')
  const { bench, button } = await openWorkbench(page)
  await button('Check').click()
  const checks = bench.getByRole('tabpanel', { name: /^Checks/ })
  const failed = checks.locator('.wb-fails', { hasText: 'a ring counts what is put into it' })
  await failed.getByText('Expected ring.count() == 1 to be true, but is false').waitFor()
  await expectFailingFirst(checks)
  const tests = '06-bindings-and-abstractions/08-project-logbook/check/kunit.rs'
  const line = await expectLineOf(failed, tests, 'check/kunit.rs')
  expect(line).toContain('assert!(ring.count() == 1)')
  await page.context().close()
})

it('who has it checked first is told what rustc says, too', async () => {
  const page = await stage.open(lesson)
  const { bench, button } = await openWorkbench(page)
  const problems = bench.getByRole('tab', { name: /^Problems/ })
  expect(await problems.innerText()).toMatch(/\?$/)
  await button('Check').click()
  await expect.poll(() => problems.innerText()).toMatch(/1$/)
  await page.context().close()
})

it('a boot that shows another line says which, and leads to it in the console', async () => {
  const page = await stage.open('/first-module/printing/')
  const { bench, button, write } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await write(wrongAnswer('05-first-module/02-printing', 'boot-prefix-twice', 'driver.rs'))
  await button('Check').click()
  const checks = bench.getByRole('tabpanel', { name: /^Checks/ })
  const failed = checks.locator('.wb-fails').first()
  await failed.getByText('expected', { exact: true }).waitFor()
  await expectFailingFirst(checks)
  const [expected] = await failed.locator('dd').allInnerTexts()
  const link = checks.getByRole('button', { name: 'show it' }).first()
  await link.click()
  const inSight = await checks.locator('.wb-serial').evaluate((console) => {
    const { top, bottom } = console.getBoundingClientRect()
    return [...console.querySelectorAll('div, summary')].some((row) => {
      const box = row.getBoundingClientRect()
      return row.getAnimations().length > 0 && box.top >= top - 1 && box.bottom <= bottom + 1
    })
  })
  expect(inSight).toBe(true)
  expect(await page.evaluate(() => document.activeElement?.closest('.wb-serial') !== null)).toBe(true)
  const line = await expectLineOf(failed, '05-first-module/02-printing/check/boot.sh', 'check/boot.sh')
  expect(line).toBe(`#= ${expected}`)
  await page.context().close()
})

it('predictions and answers are kept, and «Solved» offers what is left before the next lesson', async () => {
  const page = await stage.open(lesson)
  await page.getByLabel('My line').selectOption('31')
  const first = page.locator('.question').first()
  await first.locator('.answer.correct input').check()
  await page.reload()
  expect(await page.getByLabel('My line').inputValue()).toBe('31')
  await page.getByText('Your line is the one that rustc refuses.').first().waitFor({ state: 'attached' })
  expect(await first.locator('.answer.correct input').isChecked()).toBe(true)

  const { bench, button, write } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await write(lessonFile(`${folder}/solution/main.rs`))
  await button('Check').click()
  const solved = bench.locator('.wb-solved')
  await solved.getByText('Solved.', { exact: true }).waitFor()
  const links = solved.getByRole('link')
  expect(await links.allInnerTexts()).toEqual([
    'Read on: Where this is in the tree, one task, 2 questions',
    'Use after free and borrows →',
  ])
  await links.first().click()
  expect(new URL(page.url()).hash).toBe('#where-this-is-in-the-tree')
  await page.goto(stage.url('/'))
  await page.getByText(/^1 of \d+ lessons done$/).waitFor()
  await page.goto(stage.url('/progress/'))
  await page
    .getByText(/^1 of \d+ lessons done, 1 of \d+ answers right/)
    .first()
    .waitFor()
  await page.context().close()
})

it('a solution that was shown is marked apart from one that was found, also on the page of the progress and in the export', async () => {
  const page = await stage.open('/')
  await page.evaluate(() => {
    const solvedAt = new Date().toISOString()
    localStorage.setItem('no-oops:progress', JSON.stringify({ 'ownership/borrow-deadline': { solvedAt } }))
  })
  await page.goto(stage.url(lesson))
  const { menu } = await openWorkbench(page)
  await page.getByRole('region', { name: 'Solution' }).getByText('Show the solution').click()
  await page.getByText('Yes, show it').click()
  const dot = (slug: string) => page.locator(`.dots [data-progress="ownership/${slug}"]`)
  await expect.poll(() => dot('move-is-freed-once').getAttribute('class')).toBe('shown')
  expect(await dot('borrow-deadline').getAttribute('class')).toBe('solved')
  const looks = ['move-is-freed-once', 'borrow-deadline', 'recall'].map((slug) => lookOf(dot(slug)))
  expect(new Set(await Promise.all(looks)).size, 'shown, solved and open look different').toBe(3)

  const download = page.waitForEvent('download')
  await menu('Export')
  const file = JSON.parse(await readFile(await (await download).path(), 'utf8')) as {
    progress: Record<string, object>
  }
  expect(Object.keys(file.progress[slug]!)).toEqual(['shownAt'])
  expect(Object.keys(file.progress['ownership/borrow-deadline']!)).toEqual(['solvedAt'])

  await page.goto(stage.url('/'))
  await page.getByRole('link', { name: /Double free and moved values.*solution shown/ }).waitFor()
  await page.getByText(/^1 of \d+ lessons done/).waitFor()
  await page.goto(stage.url('/progress/'))
  await page
    .locator(`[data-cell="${slug}"][data-state="shown"]`)
    .getByText(/^solution shown/)
    .waitFor()
  await page.context().close()
})

/** How a dot of the header is drawn. */
function lookOf(dot: Locator): Promise<string> {
  return dot.evaluate((link) => {
    const parts = [link, ...link.querySelectorAll('*')].flatMap((part) =>
      [undefined, '::before', '::after'].map((pseudo) => getComputedStyle(part, pseudo)),
    )
    return parts
      .map((it) => `${it.content} ${it.backgroundColor} ${it.backgroundImage} ${it.border} ${it.boxShadow}`)
      .join()
  })
}

async function expectFailingFirst(checks: Locator) {
  const signs = await checks
    .locator('.wb-checks > li')
    .evaluateAll((items) => items.map((item) => item.className))
  const held = signs.map((sign) => sign === 'wb-holds')
  expect(held, 'nothing that fails comes after what holds').toEqual(
    [...held].sort((a, b) => Number(a) - Number(b)),
  )
  expect(signs[0]).toBe('wb-fails')
  expect(signs.at(-1)).toBe('wb-holds')
}

/** What does not hold leads to its line in a file of the lesson, whose tab then has that line selected and in sight; gives the line. */
async function expectLineOf(failed: Locator, path: string, name: string): Promise<string> {
  const link = failed.getByRole('button', { name: new RegExp(`^${name} line \\d+$`) })
  const number = Number(/\d+$/.exec(await link.innerText())![0])
  const line = lessonFile(path).split('\n')[number - 1]!
  const page = failed.page()
  await link.click()
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(line)
  const code = page.getByRole('tabpanel', { name })
  const place = await page.evaluate(
    () => getSelection()!.getRangeAt(0).getBoundingClientRect().toJSON() as DOMRect,
  )
  const pane = (await code.boundingBox())!
  expect(place.top).toBeGreaterThanOrEqual(pane.y)
  expect(place.bottom).toBeLessThanOrEqual(pane.y + pane.height)
  return line
}

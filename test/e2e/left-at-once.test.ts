import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useStage } from './browser.ts'

const stage = useStage()
const lesson = 'ownership/borrow-deadline'
const drill = 'orientation/fact-check-the-tree'
const inTime = { timeout: 10_000 }

it('what is answered on a page that is left before its script is there is saved on the next page', async () => {
  const page = await openWithoutScript(`/${lesson}/`)
  await page.locator('.questions .answer.correct input').first().check()
  await page.locator('.questions .question').nth(1).locator('.answer:not(.correct) input').first().check()
  // As a reader does it: what a script selects is no answer.
  await page.getByLabel('My line').press('ArrowDown')
  await comeBack(page, '/glossary/')

  await expect
    .poll(() => savedAnswers(page, lesson), inTime)
    .toMatchObject({
      'question-1': { done: true, firstRight: true },
      'question-2': { done: false, firstRight: false },
      predicted: { done: false },
    })
  expect(await storedNames(page)).not.toContainEqual(expect.stringContaining(':early:'))
  await page.goto(stage.url(`/${lesson}/`))
  await expect
    .poll(() => page.locator('.questions .answer.correct input').first().isChecked(), inTime)
    .toBe(true)
  await page.context().close()
})

it('who comes back to such a page finds the answer chosen, judged and counted once', async () => {
  const page = await openWithoutScript(`/${drill}/`)
  const first = page.locator('.task').first()
  await first.getByRole('radio', { name: 'Partly' }).check({ force: true })
  await comeBack(page, `/${drill}/`)

  await expect.poll(() => first.getByRole('radio', { name: 'Partly' }).isChecked(), inTime).toBe(true)
  await expect.poll(async () => Object.keys(await savedAnswers(page, drill)), inTime).toHaveLength(1)
  expect(await storedNames(page)).not.toContainEqual(expect.stringContaining(':early:'))
  await page.context().close()
})

it('what is answered before the script of the tasks is there is not lost, but found chosen', async () => {
  const page = await openWithoutScript(`/${drill}/`, '**/tasks.js')
  const first = page.locator('.task').first()
  const asked = page.waitForRequest('**/tasks.js')
  await first.getByRole('radio', { name: 'Partly' }).check({ force: true })
  await asked
  const second = page.locator('.task').nth(1)
  await second.getByRole('radio', { name: 'Wrong' }).check({ force: true })
  await comeBack(page, `/${drill}/`)

  await expect.poll(() => first.getByRole('radio', { name: 'Partly' }).isChecked(), inTime).toBe(true)
  await expect.poll(() => second.getByRole('radio', { name: 'Wrong' }).isChecked(), inTime).toBe(true)
  await expect.poll(async () => Object.keys(await savedAnswers(page, drill)), inTime).toHaveLength(2)
  await page.context().close()
})

const left = new WeakSet<Page>()

/** A page of which one script never comes, that for readers unless another is named, until it is left; a route that ends would let it come late. */
async function openWithoutScript(path: string, script = '**/for-reader.js'): Promise<Page> {
  const page = await stage.open('about:blank')
  await page.route(script, (route) => (left.has(page) ? route.continue() : undefined))
  await page.goto(stage.url(path))
  return page
}

/** Opens a page of which all comes. */
async function comeBack(page: Page, path: string) {
  left.add(page)
  await page.goto(stage.url(path))
}

function savedAnswers(page: Page, slug: string): Promise<Record<string, unknown>> {
  return page.evaluate(
    (slug) => JSON.parse(localStorage.getItem(`no-oops:answers:${slug}`) ?? '{}') as Record<string, unknown>,
    slug,
  )
}

function storedNames(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(localStorage))
}

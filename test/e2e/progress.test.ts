import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { violations } from './axe.ts'
import { phone, useStage } from './browser.ts'

const stage = useStage()
const drill = '/rust-for-c-readers/integers-and-casts/'
const pair = '/ownership/borrow-deadline/'
const day = 24 * 60 * 60 * 1000

describe('the page of a reader’s progress', () => {
  it.each([
    ['a desktop', {}],
    ['a phone', phone],
  ])('says on %s that nothing is there yet', async (_, options) => {
    const page = await stage.open('/progress/', { ...options, bypassCSP: true })
    await page
      .getByText(/^0 of \d+ lessons done/)
      .first()
      .waitFor()
    await page.getByText(/^Nothing yet\. What you answer wrongly/).waitFor()
    await page.getByRole('link', { name: 'Start with 1.1' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })

  it('has what was answered wrongly asked again a day later, without the old answer, and leads on', async () => {
    const page = await stage.open(drill)
    for (const task of [0, 1]) await answer(page, task, 'wrong')
    await answer(page, 2, 'right')
    await page.goto(stage.url('/progress/'))
    await page.getByText(/^Nothing today\. The next question comes on/).waitFor()
    await page.getByText('begun, 1 of', { exact: false }).waitFor()

    await page.clock.setFixedTime(new Date(Date.now() + 3 * day))
    await page.reload()
    await page.getByText('2 questions that you found hard before:').waitFor()
    await page.locator('[data-due] a').first().click()
    await page.waitForURL(/\?revisit=.*#/)
    expect(await taskOf(page, 0).locator('input:checked').count(), 'the old answer is not shown').toBe(0)
    expect(await taskOf(page, 0).locator('.task-answer').isVisible()).toBe(false)
    await answer(page, 0, 'right')
    await page.getByRole('link', { name: /^The next of 1:/ }).click()
    await answer(page, 1, 'right')
    await page.getByRole('link', { name: /^That was the last one for today/ }).click()
    await page.getByText(/^Nothing today\. The next question comes on/).waitFor()
    await page.context().close()
  })

  it('shows in one tab what is done in another', async () => {
    const page = await stage.open('/progress/')
    await page.locator('[data-ready]').waitFor()
    const other = await page.context().newPage()
    await other.goto(stage.url(drill))
    await answer(other, 0, 'wrong')
    await page.getByText(/^Nothing today\. The next question comes on/).waitFor()
    await page.context().close()
  })

  it('begins with what was saved before there was a log', async () => {
    const page = await stage.open('/progress/')
    const before = new URL('../playground/storage/log/before-the-log.json', import.meta.url)
    const saved = JSON.parse(await readFile(before, 'utf8')) as Record<string, string>
    await page.evaluate((saved) => {
      indexedDB.deleteDatabase('no-oops')
      for (const [key, text] of Object.entries(saved)) localStorage.setItem(key, text)
    }, saved)
    await page.reload()
    await page
      .getByText(/^1 of \d+ lessons done, 1 of \d+ answers right/)
      .first()
      .waitFor()
    await page
      .locator('[data-cell="ownership/borrow-deadline"]')
      .getByText(/^solution shown/)
      .waitFor()
    await page.getByRole('link', { name: 'Continue with 3.2' }).waitFor()
    await page.context().close()
  })
})

describe('a reader’s work', () => {
  it('goes out of one browser and into another, where it adds to what is there', async () => {
    const page = await stage.open(drill)
    await answer(page, 0, 'wrong')
    await openSettings(page)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export' }).click()
    const file = await readFile(await (await download).path())
    expect(JSON.parse(file.toString())).toMatchObject({
      version: 2,
      log: [{ kind: 'answered', right: false }],
    })
    await page.context().close()

    const other = await stage.open(drill)
    await answer(other, 1, 'right')
    await other.goto(stage.url('/settings/'))
    for (let times = 0; times < 2; times += 1) {
      const chooser = other.waitForEvent('filechooser')
      await other.getByRole('button', { name: 'Import' }).click()
      await (await chooser).setFiles({ name: 'a.json', mimeType: 'application/json', buffer: file })
      await other.getByText('Imported.').waitFor()
    }
    expect(await logOf(other.context())).toHaveLength(2)
    await other.getByRole('button', { name: 'Undo' }).click()
    await other.getByText('Undone.').waitFor()
    await other.context().close()
  })

  it('is erased only after a question, which can be undone', async () => {
    const page = await stage.open(drill)
    await answer(page, 0, 'wrong')
    await openSettings(page)
    await page.getByRole('button', { name: 'Erase …' }).click()
    await page.getByRole('button', { name: 'Erase all of it' }).click()
    await page.getByText('Erased.').waitFor()
    expect(await logOf(page.context())).toEqual([])
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Undone.').waitFor()
    expect(await logOf(page.context())).toHaveLength(1)
    await page.context().close()
  })
})

it('a browser that stores nothing says so once, and the open page loses nothing', async () => {
  const page = await stage.open('/progress/')
  await page.context().addInitScript(() => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    for (const name of ['localStorage', 'indexedDB']) Object.defineProperty(window, name, { get: refuse })
  })
  await page.goto(stage.url(drill))
  await answer(page, 0, 'right')
  const notice = page.getByText(/^This browser does not store anything/)
  await notice.waitFor()
  await page.getByText(/^1 of \d+ done/).waitFor()
  await page.getByRole('button', { name: 'Close' }).click()
  await answer(page, 1, 'right')
  await page.getByText(/^2 of \d+ done/).waitFor()
  expect(await notice.count()).toBe(0)
  await page.context().close()
})

it('a page that is no lesson leads back to the last one that was read', async () => {
  const page = await stage.open(pair)
  await page.mouse.move(100, 100)
  await page.waitForFunction(() => localStorage.getItem('no-oops:last') !== null)
  await page.goto(stage.url('/errors/'))
  await page.mouse.move(100, 100)
  await page.getByRole('link', { name: /^Go on with 3\.2/ }).click()
  await page.waitForURL(stage.url(pair))
  await page.context().close()
})

/** Chooses an answer in a drill. */
async function answer(page: Page, task: number, how: 'right' | 'wrong') {
  const section = taskOf(page, task)
  const right = '.choice-right, .correct input'
  const choice = section
    .locator(how === 'right' ? `:is(${right})` : `input[type=radio]:not(${right})`)
    .first()
  await page.mouse.move(50 + task, 50)
  // By keyboard: code that comes into sight is laid out then, and moves what is below it.
  await choice.press('Space')
}

/** Of those that are answered by a choice. */
function taskOf(page: Page, index: number) {
  return page.locator('[data-task]:has(input[type=radio])').nth(index)
}

async function openSettings(page: Page) {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('dialog', { name: 'Settings' }).waitFor()
}

/** What the database has once nothing waits for it. */
async function logOf(context: BrowserContext): Promise<unknown[]> {
  const [page] = context.pages()
  return page!.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opened = indexedDB.open('no-oops')
        opened.onerror = reject
        opened.onsuccess = () => {
          const all = opened.result.transaction('log').objectStore('log').getAll()
          all.onsuccess = () => (opened.result.close(), resolve(all.result))
        }
      }),
  )
}

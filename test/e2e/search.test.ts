import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violations } from './axe.ts'
import { phone, useStage } from './browser.ts'

const stage = useStage()
const lesson = '/ownership/borrow-deadline/'

it('nothing of the search is loaded before it is asked for', async () => {
  const page = await stage.open(lesson)
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.reload()
  expect(asked.filter((path) => /search|pagefind/.test(path))).toEqual([])
  await page.keyboard.press('/')
  await field(page).waitFor()
  expect(asked).toContain('/search.js')
  await page.context().close()
})

it('with the keyboard alone an error code is found by its number, and opened', async () => {
  const page = await stage.open(lesson)
  await page.keyboard.press('Control+k')
  await field(page).waitFor()
  await page.keyboard.type('505')
  await status(page)
    .getByText(/Error codes \d/)
    .waitFor()
  await expect.poll(() => chosen(page)).toMatch(/^E0505/)
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => chosen(page)).not.toMatch(/^E0505/)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/errors/E0505/')
  await page.context().close()
})

it('identifiers are found by their parts, in groups, with places of pages', async () => {
  const page = await stage.open('/')
  await page.keyboard.press('/')
  await field(page).fill('irqsave lock')
  const group = page.getByRole('group', { name: /^C to Rust/ })
  await group.getByRole('option', { name: /^spin_lock_irqsave\(/ }).waitFor()
  await field(page).fill('box')
  await page.getByRole('option', { name: /KBox/ }).first().waitFor()
  await field(page).fill('CVE-2019-2215')
  await page
    .getByRole('group', { name: /^CVEs/ })
    .getByRole('option', { name: /^CVE-2019-2215/ })
    .click()
  await page.waitForURL('**/cves/#CVE-2019-2215')
  expect(await page.getByRole('dialog').isVisible()).toBe(false)
  await page.context().close()
})

it('more of a group is shown when it is asked for', async () => {
  const page = await stage.open('/')
  await page.keyboard.press('/')
  await field(page).fill('lock')
  const lessons = page.getByRole('group', { name: /^Lessons/ })
  await lessons.getByRole('option', { name: /^More of these/ }).click()
  await expect.poll(() => lessons.getByRole('option').count()).toBeGreaterThan(6)
  await page.context().close()
})

it('Esc closes it, and what is typed into a field, an editor or a terminal is left alone', async () => {
  const page = await stage.open('/errors/')
  await page.keyboard.press('/')
  await field(page).fill('lock')
  await page.keyboard.press('Escape')
  await field(page).waitFor({ state: 'hidden' })
  const filter = page.getByLabel('Filter')
  await filter.focus()
  await page.keyboard.type('a/b')
  expect(await filter.inputValue()).toBe('a/b')
  expect(await page.getByRole('dialog').isVisible()).toBe(false)
  await page.context().close()
})

it('a German page is searched in German, and says of what is English that it is', async () => {
  const page = await stage.open('/de/')
  await page.keyboard.press('/')
  const dialog = page.getByRole('dialog', { name: 'Suche' })
  const german = dialog.getByRole('combobox', { name: 'Den Kurs durchsuchen' })
  await german.fill('Faktencheck')
  const lesson = dialog.getByRole('option', { name: /^1\.\d Faktencheck eines Artikels/ }).first()
  await lesson.waitFor()
  expect(await lesson.getAttribute('hreflang')).toBeNull()
  await german.fill('E0505')
  const code = dialog.getByRole('option', { name: /^E0505/ }).first()
  await code.waitFor()
  expect(await code.getAttribute('hreflang')).toBe('en')
  await german.fill('Faktencheck')
  await lesson.click()
  await page.waitForURL('**/de/orientation/**')
  await page.context().close()
})

it('where nothing matches it says so', async () => {
  const page = await stage.open('/')
  await page.keyboard.press('/')
  await field(page).fill('qqqq')
  await status(page).getByText('Nothing matches «qqqq».').waitFor()
  await page.context().close()
})

it('an index that is not there, or does not come, is told of, and can be tried again', async () => {
  const page = await stage.open('/')
  let answer: 'missing' | 'failed' | 'real' = 'missing'
  await page.route('**/pagefind/pagefind-entry.json*', (route) => {
    if (answer === 'real') return route.continue()
    return answer === 'missing' ? route.fulfill({ status: 404 }) : route.abort()
  })
  await page.keyboard.press('/')
  await status(page).getByText('npm run build').waitFor()
  answer = 'failed'
  await page.reload()
  await page.keyboard.press('/')
  await status(page).getByText('could not be loaded').waitFor()
  answer = 'real'
  await field(page).fill('kref')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('option').first().waitFor()
  await page.context().close()
})

it.each(['light', 'dark'] as const)(
  'on a phone it fills the window, in %s, and axe has no complaint',
  async (colorScheme) => {
    const page = await stage.open(lesson, { ...phone, colorScheme, bypassCSP: true })
    await page.getByRole('button', { name: 'Search' }).tap()
    await field(page).fill('borrow')
    const first = page.getByRole('dialog').getByRole('option').first()
    await first.waitFor()
    expect((await page.getByRole('dialog').boundingBox())!.width).toBe(phone.viewport!.width)
    expect(await violations(page)).toEqual([])
    await first.tap()
    await page.waitForURL((url) => url.pathname !== lesson || url.hash !== '')
    await page.context().close()
  },
)

function field(page: Page) {
  return page.getByRole('combobox', { name: 'Search the course' })
}

function status(page: Page) {
  return page.getByRole('dialog', { name: 'Search' }).getByRole('status')
}

/** What Enter would open, as the field tells a screen reader. */
async function chosen(page: Page): Promise<string> {
  const id = await field(page).getAttribute('aria-activedescendant')
  return id === null ? '' : await page.locator(`#${id}`).innerText()
}

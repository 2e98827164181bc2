import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { siteBelowPath } from '#scripts/build-site.ts'
import { serveFiles } from './serve-files.ts'
import { useStage } from './browser.ts'
import { openWorkbench } from './workbench-page.ts'

const base = siteBelowPath.settings.BASE_PATH
const stage = useStage(() => serveFiles(siteBelowPath.folder, base))
const lesson = '/ownership/borrow-deadline/'
/** A Worker and a terminal have to start first. */
const inTime = { timeout: 20_000 }

/** What the page asked of the host that is not there, or not below the path; the service is at the host's own `/api/`. */
function watchRequests(page: Page): string[] {
  const astray: string[] = []
  page.on('response', (response) => {
    const { pathname, protocol } = new URL(response.url())
    if (!protocol.startsWith('http') || pathname.startsWith('/api/')) return
    if (!pathname.startsWith(base) || response.status() >= 400)
      astray.push(`${response.status()} ${pathname}`)
  })
  return astray
}

it('on a file server, below a path, a lesson is found, read and tried: the recorded refusal, its explanation, a word', async () => {
  const page = await stage.open('/')
  const astray = watchRequests(page)
  await page.locator('.path a[href$="/ownership/borrow-deadline/"]').click()
  await page.waitForURL(stage.url(lesson))
  const { bench, status, problems, askRustc, explain } = await openWorkbench(page)
  await askRustc()
  await bench.getByText(/^Recorded, rustc 1\.85\.1\.$/).waitFor()
  await status.getByText('rustc refuses this program: 1 error.').waitFor()
  expect(await problems.count()).toBe(1)
  await bench.locator('.view-line').first().waitFor()
  await explain()
  expect(await bench.getByRole('link', { name: 'whole page' }).getAttribute('href')).toBe(
    `${base}errors/E0597/`,
  )
  const word = page.locator('article a[href*="/glossary/#"]').first()
  await word.focus()
  await page.locator('.word-card').getByRole('link', { name: 'glossary' }).waitFor()
  await page.locator('.word-card').getByRole('link', { name: 'glossary' }).click()
  await page.waitForURL(/\/course\/glossary\/#/)
  expect(astray).toEqual([])
  await page.context().close()
})

it('a lesson opens in the playground and in the workspace, whose command finds the lessons', async () => {
  const page = await stage.open(lesson)
  const astray = watchRequests(page)
  const { menu } = await openWorkbench(page)
  await menu('Open in the playground')
  await page.waitForURL(/\/course\/playground\//)
  await openWorkbench(page)
  await page.goto(stage.url('/workspace/'))
  await openWorkbench(page)
  const terminal = page.getByRole('region', { name: 'Terminal' })
  await terminal.scrollIntoViewIfNeeded()
  const rows = terminal.locator('.xterm-rows')
  await expect.poll(() => rows.innerText(), inTime).toContain('$')
  await terminal.locator('.xterm-helper-textarea').focus()
  await page.keyboard.type('no-oops lesson list | grep deadline\n')
  await expect.poll(() => rows.innerText(), inTime).toContain('ownership/borrow-deadline')
  expect(astray).toEqual([])
  await page.context().close()
})

it('a page for frames has what was recorded, too, and leads to its lesson', async () => {
  const page = await stage.open(`/embed${lesson}?side=rust`)
  const astray = watchRequests(page)
  const { bench, askRustc } = await openWorkbench(page)
  await askRustc()
  await bench.getByText(/^Recorded, rustc 1\.85\.1\.$/).waitFor()
  const link = page.getByRole('link', { name: 'Open in the course' })
  await expect.poll(() => link.getAttribute('href')).toBe(stage.url(lesson))
  expect(astray).toEqual([])
  await page.context().close()
})

it('an address that the site does not have is answered with its own page, which leads back', async () => {
  const page = await stage.open('/ownership/no-such-lesson/')
  await page.getByRole('link', { name: 'Go to the course map' }).click()
  await page.waitForURL(stage.url('/'))
  await page.context().close()
})

it('below the German path that page is German, in header and search too, and leads to the German course', async () => {
  const page = await stage.open('/de/orientation/keine-lektion/')
  await page.getByRole('heading', { name: 'Hier gibt es keine Seite' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('de')
  expect(await page.title()).toBe('Nicht gefunden · No Oops')
  expect(await page.locator('h1').count()).toBe(1)
  await page.locator('.site-header').getByRole('button', { name: /Suche/ }).click()
  await page.getByRole('combobox', { name: 'Den Kurs durchsuchen' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Zur Übersicht des Kurses' }).click()
  await page.waitForURL(stage.url('/de/'))
  await page.context().close()
})

it('without scripts that page is English first, and German below', async () => {
  const page = await stage.open('/de/orientation/keine-lektion/', { javaScriptEnabled: false })
  const headings = page.getByRole('heading')
  expect(await headings.allInnerTexts()).toEqual(['There is no page here', 'Hier gibt es keine Seite'])
  await page.getByRole('link', { name: 'Zur Übersicht des Kurses' }).click()
  await page.waitForURL(stage.url('/de/'))
  await page.context().close()
})

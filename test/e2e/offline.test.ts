import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { siteBelowPath } from '#scripts/build-site.ts'
import { violations } from './axe.ts'
import { phone, useStage } from './browser.ts'
import { serveFiles } from './serve-files.ts'
import { openWorkbench } from './workbench-page.ts'

/** Other tests have none. */
const worker = { serviceWorkers: 'allow' } as const
const base = siteBelowPath.settings.BASE_PATH
const stage = useStage(() => serveFiles(siteBelowPath.folder, base))
const lesson = '/ownership/borrow-deadline/'
/** A chapter is some megabytes on a machine that others use, too. */
const inTime = { timeout: 60_000 }

vi.setConfig({ testTimeout: 120_000 })

/** Waits until the service worker answers for the page, and all that the page has loaded is saved. */
async function waitUntilSaved(page: Page) {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, inTime)
  await expect.poll(() => listUnsaved(page), inTime).toEqual([])
}

/** What the page has loaded, itself included, and would miss without a network. */
function listUnsaved(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
    const addresses = [location.href, ...loaded].filter((address) => !address.includes('/api/'))
    const saved = await Promise.all(addresses.map((address) => caches.match(address)))
    return addresses.filter((address, index) => !saved[index] && !address.endsWith('/offline.json'))
  })
}

function isSaved(page: Page, path: string): Promise<boolean> {
  return page.evaluate(async (address) => (await caches.match(address)) !== undefined, stage.url(path))
}

it('a lesson that was read is read again without a network, with its editor and the recorded refusal', async () => {
  const page = await stage.open(lesson, worker)
  const online = await openWorkbench(page)
  await online.askRustc()
  await online.bench.getByText(/^Recorded, rustc/).waitFor()
  await online.bench.locator('.view-line').first().waitFor()
  await waitUntilSaved(page)
  await page.context().setOffline(true)
  await page.reload()
  const { bench, status, askRustc, drawn } = await openWorkbench(page)
  await askRustc()
  await status.getByText('rustc refuses this program: 1 error.').waitFor(inTime)
  await bench.locator('.view-line').first().waitFor(inTime)
  expect(await drawn()).toContain('fn ')
  await page.context().close()
})

it(
  'a chapter is saved on request: its lessons, never opened before, and the search work offline; the badge says what does',
  { timeout: 90_000 },
  async () => {
    const page = await stage.open('/offline/', worker)
    const save = page.getByRole('button', { name: /^Save: [\d.]+ MB chapter 3$/ })
    await save.waitFor(inTime)
    await save.click()
    await page.getByText('Saved. It can be read without a network now.').waitFor(inTime)
    const saved = page.locator('[data-chapter="ownership/"] [data-saved]')
    expect(await saved.innerText()).toMatch(/^(\d+) of \1 saved$/)
    await page.getByRole('button', { name: 'Saved chapter 3', disabled: true }).waitFor()
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Offline', exact: true }).click()
    await page.getByText('recorded answers of the compiler and the kernel').waitFor()
    await page.goto(stage.url(lesson))
    const { bench, status, askRustc } = await openWorkbench(page)
    await askRustc()
    await bench.getByText(/^Recorded, rustc/).waitFor(inTime)
    await status.getByText('rustc refuses this program: 1 error.').waitFor(inTime)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search the course' }).fill('505')
    const found = page.getByRole('option', { name: /^E0505/ })
    await found.waitFor(inTime)
    expect(await found.getAttribute('href')).toBe(stage.url('/errors/E0505/'))
    await page.getByRole('combobox', { name: 'Search the course' }).fill('deadline')
    await page
      .getByRole('group', { name: /^Lessons/ })
      .getByRole('option')
      .first()
      .click()
    await page.waitForURL((url) => url.pathname.startsWith(`${base}ownership/`))
    await page.goto(stage.url('/printing-nothing/'))
    await page.getByText('the page that you asked for is not saved in this browser').waitFor()
    await page.context().setOffline(false)
    await expect.poll(() => page.getByRole('button', { name: 'Offline', exact: true }).count()).toBe(0)
    await page.context().close()
  },
)

it('what is saved can be removed; code is not', async () => {
  const page = await stage.open('/playground/', worker)
  const { write, bench } = await openWorkbench(page)
  await write('// mine\n')
  await bench.getByText('Saved in this browser', { exact: true }).waitFor()
  await waitUntilSaved(page)
  await page.goto(stage.url('/offline/'))
  await page.getByRole('button', { name: 'Remove what is saved' }).click()
  await page.getByText(/^Removed\./).waitFor()
  expect(await isSaved(page, '/playground/')).toBe(false)
  await page.goto(stage.url('/playground/'))
  await expect.poll((await openWorkbench(page)).drawn, inTime).toContain('// mine')
  await page.context().close()
})

it('a newer version is offered, never forced, and loses no code', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'no-oops-newer-'))
  await cp(siteBelowPath.folder, folder, { recursive: true })
  const server = await serveFiles(folder, base)
  const page = await stage.open(new URL('playground/', server.url).href, { ...worker, bypassCSP: true })
  const { write, bench, drawn } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor(inTime)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, inTime)
  await publishNewer(folder)
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
  await page.getByText('A newer version of the course is here.').waitFor(inTime)
  await write('// typed just before\n')
  expect(await violations(page)).toEqual([])
  // By keyboard: it stands behind the page.
  await page.getByRole('button', { name: 'Load it' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelector('.site-notice') === null, undefined, inTime)
  await openWorkbench(page)
  await expect.poll(drawn, inTime).toContain('// typed just before')
  await page.context().close()
  await server.close()
  await rm(folder, { recursive: true })
})

/** Another version, which no longer has a file that the open page was made of. */
async function publishNewer(folder: string): Promise<void> {
  const index = JSON.parse(await readFile(join(folder, 'offline.json'), 'utf8')) as {
    version: string
    files: [string, number][]
  }
  const page = await readFile(join(folder, 'playground/index.html'), 'utf8')
  const used = /_astro\/[\w.~-]+/.exec(page)![0]
  const files = index.files.filter(([address]) => address !== used)
  await writeFile(join(folder, 'offline.json'), JSON.stringify({ version: 'newer', files }))
  const script = await readFile(join(folder, 'sw.js'), 'utf8')
  await writeFile(join(folder, 'sw.js'), script.replace(index.version, 'newer'))
}

it('the page about it fits a phone', async () => {
  const page = await stage.open('/offline/', { ...phone, ...worker })
  await page.getByRole('button', { name: /^Save the course: \d+ MB$/ }).waitFor(inTime)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.context().close()
})

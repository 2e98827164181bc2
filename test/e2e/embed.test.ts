import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toSnippet } from '#playground/workbench/embed/to-frame.ts'
import { toProjectFragment } from '#playground/project/project-link.ts'
import { useStage } from './browser.ts'
import { serveCourse } from './course.ts'
import { type ForeignSite, serveForeignSite, toArticle } from './embed/foreign-site.ts'
import { openWorkbench } from './workbench-page.ts'

let friend: ForeignSite
let stranger: ForeignSite
const stage = useStage(async () => {
  friend = await serveForeignSite()
  return serveCourse({ environment: { FRAME_ANCESTORS: friend.url } })
})
beforeAll(async () => void (stranger = await serveForeignSite()))
afterAll(() => Promise.all([friend.close(), stranger.close()]))

const lesson = 'ownership/borrow-deadline/'
const inTime = { timeout: 20_000 }

/** An article on another site that embeds a page of ours. */
async function openArticle(path: string, site = friend, options = {}): Promise<Page> {
  const src = stage.url(path)
  site.show(
    toArticle(toSnippet({ src, title: 'A lesson', width: '100%', height: 300 }, stage.url('/embed.js'))),
  )
  const page = await stage.open('/embed.js', options)
  await page.goto(site.url)
  return page
}

/** The frame, once its workbench does what is asked of it. */
async function findFrame(page: Page): Promise<Frame> {
  const element = page.locator('iframe')
  await element.scrollIntoViewIfNeeded()
  const frame = (await (await element.elementHandle()).contentFrame())!
  await element.hover()
  await frame.locator('#wb-menu li').first().waitFor({ state: 'attached' })
  return frame
}

async function writeInto(frame: Frame, code: string, name = /the (Rust|C) you edit/) {
  const page = frame.page()
  const input = frame.getByRole('textbox', { name })
  await input.waitFor({ state: 'attached' })
  await input.focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Delete')
  await page.keyboard.insertText(code)
}

function heightsOf(page: Page) {
  return page.locator('iframe').evaluate((frame: HTMLIFrameElement) => frame.clientHeight)
}

describe('a lesson on a page of another site', () => {
  it('is checked and run there, and the frame is always as high as what it shows', async () => {
    const page = await openArticle(`embed/${lesson}`)
    const frame = await findFrame(page)
    const height = () => frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height))
    await expect.poll(() => heightsOf(page), inTime).toBeGreaterThan(400)
    await expect.poll(async () => (await heightsOf(page)) - (await height())).toBe(0)
    const before = await heightsOf(page)
    await frame.getByRole('button', { name: 'Ask rustc' }).click()
    await frame.getByText('rustc refuses this program: 1 error.').waitFor()
    await expect.poll(() => heightsOf(page)).toBeGreaterThan(before)
    await writeInto(frame, 'fn main() { println!("in a frame"); }\n')
    await frame.getByRole('button', { name: 'Run', exact: true }).click()
    await frame
      .getByRole('tabpanel', { name: /^Console/ })
      .getByText('in a frame')
      .waitFor(inTime)
    await expect.poll(async () => (await heightsOf(page)) - (await height())).toBe(0)
    expect(await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0)
    await page.evaluate(() => postMessage({ type: 'no-oops:height', height: 5000 }, '*'))
    await page.waitForTimeout(300)
    expect(await heightsOf(page), 'a message of the page itself').toBeLessThan(5000)
    await page.context().close()
  })

  it('leads into the course, in a tab of its own, with what was edited', async () => {
    const page = await openArticle(`embed/${lesson}`)
    const frame = await findFrame(page)
    const link = frame.getByRole('link', { name: 'Open in the course' })
    expect(await link.getAttribute('href')).toMatch(/\/ownership\/borrow-deadline\/$/)
    await writeInto(frame, '//! Edited in a frame.\nfn main() {}\n')
    await expect.poll(() => link.getAttribute('href')).toMatch(/#work1=/)
    const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()])
    const { drawn } = await openWorkbench(opened)
    expect(new URL(opened.url()).pathname).toBe(`/${lesson}`)
    await expect.poll(drawn, inTime).toContain('Edited in a frame.')
    expect(await opened.evaluate(() => globalThis.opener)).toBeNull()
    await page.context().close()
  })

  it('says beside the link to the course when the code is too long for it, and in an answer to «Copy link»', async () => {
    const page = await openArticle(`embed/${lesson}`)
    const frame = await findFrame(page)
    const link = frame.getByRole('link', { name: 'Open in the course' })
    const note = frame.getByText('The course opens without your code')
    const noise = Array.from({ length: 40_000 }, () => Math.random().toString(36)[2]).join('')
    await writeInto(frame, `// ${noise}\nfn main() {}\n`)
    await note.waitFor()
    expect(await link.getAttribute('href')).not.toContain('#')
    await frame.getByRole('button', { name: 'Menu', exact: true }).click()
    await frame.locator('.wb-menu:popover-open').getByText('Copy link', { exact: true }).click()
    await frame.getByText(/too much code for a link\. Select it in the editor/).waitFor()
    await writeInto(frame, 'fn main() {}\n')
    await expect.poll(() => link.getAttribute('href')).toMatch(/#work1=/)
    await expect.poll(() => note.count()).toBe(0)
    await page.context().close()
  })

  it('is German where the lesson is, as high as what it shows, and leads to the German lesson', async () => {
    const german = 'orientation/why-a-second-language/'
    const page = await openArticle(`de/embed/${german}`)
    const frame = await findFrame(page)
    const link = frame.getByRole('link', { name: 'Im Kurs öffnen' })
    expect(await link.getAttribute('href')).toMatch(/\/de\/orientation\/why-a-second-language\/$/)
    await frame.getByRole('button', { name: 'Ausführen', exact: true }).waitFor()
    await expect.poll(() => heightsOf(page), inTime).toBeGreaterThan(400)
    await writeInto(frame, '// Im Frame geändert.\nfn main() {}\n', /das Rust zum Bearbeiten/)
    await expect.poll(() => link.getAttribute('href')).toMatch(/\/de\/orientation\/.*#work1=/)
    await page.context().close()
  })

  it('is text and code until somebody reads it, whatever its colours', async () => {
    const page = await stage.open('/embed.js')
    const scripts: string[] = []
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()))
    await page.goto(stage.url(`/embed/${lesson}?theme=dark`))
    await page.waitForTimeout(1000)
    expect(scripts).toEqual([])
    await page.mouse.move(1, 1)
    await expect.poll(() => scripts.length).toBeGreaterThan(0)
    await page.context().close()
  })

  it('shows the side and the colours that the page around it asks for', async () => {
    const page = await openArticle(`embed/${lesson}?side=c&theme=dark`, friend, { colorScheme: 'light' })
    const frame = await findFrame(page)
    await expect
      .poll(() => frame.getByRole('tab', { name: /driver\.c/ }).getAttribute('aria-selected'))
      .toBe('true')
    expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark')
    await page.context().close()
  })

  it('offers nothing there that takes all of the reader’s work out, brings other in, or sends code elsewhere', async () => {
    const page = await openArticle(`embed/${lesson}`)
    const frame = await findFrame(page)
    const entries = await frame.locator('#wb-menu li button > :first-child').allTextContents()
    expect(entries).toContain('Solution')
    for (const entry of ['Export', 'Import', 'Where code goes…', 'Full window', 'Open in the workspace'])
      expect(entries).not.toContain(entry)
    expect(await frame.getByRole('button', { name: 'Split' }).count()).toBe(0)
    await page.context().close()
  })

  it('works where the browser stores nothing for it: the code stays, and that it is not saved is said in one place', async () => {
    const page = await stage.open('/embed.js')
    await page.context().addInitScript(() => {
      const deny = () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError')
      }
      Object.defineProperty(globalThis, 'localStorage', { get: deny })
      Object.defineProperty(globalThis, 'indexedDB', { get: deny })
    })
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    await page.goto(friend.url)
    const frame = await findFrame(page)
    await writeInto(frame, 'fn main() { println!("not lost"); }\n')
    await frame.getByText(/^Not saved: this browser stores nothing here\./).waitFor()
    await frame.getByRole('tab', { name: /driver\.c/ }).click()
    await frame.getByRole('tab', { name: /main\.rs/ }).click()
    await frame.getByRole('button', { name: 'Run', exact: true }).click()
    await frame
      .getByRole('tabpanel', { name: /^Console/ })
      .getByText('not lost')
      .waitFor(inTime)
    expect(await frame.getByText(/Not saved|does not store/).count()).toBe(1)
    expect(errors).toEqual([])
    await page.context().close()
  })
})

describe('a page of the playground on a page of another site', () => {
  it('has the files of the link, without the choices of what they are for, and leads to the playground with the code', async () => {
    const fragment = await toProjectFragment({
      ...{ target: 'kernel', variant: 'lockdep', sides: 'both', edition: '2021', shown: 'driver.rs' },
      files: { 'driver.c': '/* C in a link */\n', 'driver.rs': '// Rust in a link\n' },
      ...{ script: 'insmod driver.ko\n', input: '' },
    })
    const page = await openArticle(`embed/playground/#${fragment}`)
    const frame = await findFrame(page)
    for (const name of [/driver\.c/, /driver\.rs/, /boot\.sh/])
      await frame.getByRole('tab', { name }).waitFor()
    await frame.locator('.view-line', { hasText: 'Rust in a link' }).waitFor(inTime)
    expect(await frame.getByLabel('Kernel', { exact: true }).count()).toBe(0)
    const link = frame.getByRole('link', { name: 'Open in the course' })
    await expect.poll(() => link.getAttribute('href')).toMatch(/\/playground\/#work1=/)
    const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()])
    await opened.locator('.view-line', { hasText: 'Rust in a link' }).first().waitFor(inTime)
    await page.context().close()
  })
})

describe('browsers show in frames of other sites', () => {
  it.each([
    ['no page of the course itself', lesson, () => friend],
    ['nothing on a site that the setting does not name', `embed/${lesson}`, () => stranger],
  ])('%s', async (_, path, site) => {
    const page = await openArticle(path, site())
    const refused = page.waitForEvent('console', (message) => /frame-ancestors/.test(message.text()))
    await page.reload()
    await page.locator('iframe').scrollIntoViewIfNeeded()
    await refused
    expect(page.frames().map((frame) => frame.url())).toContain('chrome-error://chromewebdata/')
    await page.context().close()
  })
})

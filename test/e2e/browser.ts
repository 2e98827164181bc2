import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { serveCourse } from './course.ts'

/** What a test file has at hand: the served site, and pages of a real Chromium with a fresh profile each. */
export interface Stage {
  url(path?: string): string
  open(path: string, options?: BrowserContextOptions): Promise<Page>
  server: Server
}

interface Server {
  url: string
  close(): Promise<void>
}

/** Serves the site, as the course with all that it needs unless told otherwise, and starts a browser for the tests of one file. */
export function useStage(serve: () => Promise<Server> = serveCourse): Stage {
  let browser: Browser
  const stage = {
    url: (path = '/') => new URL(path.replace(/^\//, ''), `${stage.server.url.replace(/\/$/, '')}/`).href,
    async open(path: string, options: BrowserContextOptions = {}) {
      // A service worker would answer in the place of a test's routes.
      const context = await browser.newContext({ viewport: wide, serviceWorkers: 'block', ...options })
      const page = await context.newPage()
      page.setDefaultTimeout(30_000)
      await page.goto(stage.url(path))
      return page
    },
  } as Stage
  beforeAll(async () => {
    stage.server = await serve()
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await stage.server?.close()
  })
  return stage
}

/** Starts a browser; whoever does ends it. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: quiet })
}

export const wide = { width: 1440, height: 900 }
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
}

/** Where the system has its Chromium; the setting CHROMIUM names another. */
function chromiumPath(): string {
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const path = process.env.CHROMIUM ?? places.find((place) => existsSync(place))
  if (path === undefined)
    throw new Error('No Chromium found. Install it («apt install chromium») or set CHROMIUM.')
  return path
}

const quiet = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update'],
]

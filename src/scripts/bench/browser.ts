import { chromium, type Browser, type Locator, type Page } from 'playwright-core'
import { bringChromium } from '../find-chromium.ts'

let path: Promise<string> | undefined

/** Starts the system's Chromium with a fresh profile, or tries to install one. */
export async function launchChromium(...args: string[]): Promise<Browser> {
  path ??= bringChromium()
  return chromium.launch({ executablePath: await path, args: [...quiet, ...args] })
}

/** Root may not use Chromium's own sandbox; the page is ours. */
const quiet = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update'],
]

/** Brings the workbench of a lesson as who reads does, by scrolling and moving the pointer; resolves once its exercise is there. */
export async function wakeWorkbench(page: Page): Promise<Locator> {
  const workbench = page.getByRole('region', { name: 'Workbench' })
  await workbench.scrollIntoViewIfNeeded()
  await page.mouse.move(1, 1)
  await workbench.locator('#wb-menu li').first().waitFor({ state: 'attached' })
  return workbench
}

/** The lesson that is measured. */
export const lessonPath = '/ownership/borrow-deadline/'

/** The windows that are measured, in CSS pixels. */
export const desktop = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

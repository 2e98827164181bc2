import { chromium, type Browser } from 'playwright-core'
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

/** The lesson that is measured. */
export const lessonPath = '/ownership/borrow-deadline/'

/** The windows that are measured, in CSS pixels. */
export const desktop = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

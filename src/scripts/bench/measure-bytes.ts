import type { Browser, BrowserContextOptions } from 'playwright-core'
import { desktop, launchChromium, lessonPath, phone, wakeWorkbench } from './browser.ts'
import type { Figure } from './figure.ts'
import type { BenchContext } from './bench-context.ts'
import { watchTransfers, type Transfers } from './transfers.ts'
import { withoutIdle } from './without-idle.ts'

/** Measures what a lesson page costs on the wire, with headers, as the service sends it compressed and Chromium counts it. */
export async function measureBytes({ course }: BenchContext): Promise<Figure[]> {
  const browser = await launchChromium()
  const url = course.url + lessonPath
  const { loaded: onPhone } = await load(browser, url, { viewport: phone, isMobile: true, hasTouch: true })
  const { leftOpen } = await load(browser, url, { viewport: desktop })
  const { read, ready, edited } = await loadAndEdit(browser, url)
  await browser.close()
  return [
    toFigure('lesson page on a phone, at load', onPhone, { atMost: 30 }),
    toFigure('lesson page at 1440 px, at load', read, { atMost: 30 }),
    toFigure('… left open for ten seconds, with no sign of a reader', leftOpen),
    toFigure('… once somebody reads it, before the editor', ready),
    toFigure('… with the editor', edited, { atMost: 750 }),
  ]
}

interface Weight extends ReturnType<Transfers['sum']> {
  /** The largest files. */
  largest: string
}

async function load(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
): Promise<Record<'loaded' | 'leftOpen', Weight>> {
  const context = await browser.newContext({ ...options, serviceWorkers: 'block' })
  const page = await context.newPage()
  const transfers = await watchTransfers(page)
  await page.goto(url)
  await transfers.settle()
  const loaded = toWeight(transfers)
  await page.waitForTimeout(9000)
  await transfers.settle()
  const leftOpen = toWeight(transfers)
  await context.close()
  return { loaded, leftOpen }
}

async function loadAndEdit(
  browser: Browser,
  url: string,
): Promise<Record<'read' | 'ready' | 'edited', Weight>> {
  const context = await browser.newContext({ viewport: desktop, serviceWorkers: 'block' })
  await withoutIdle(context)
  const page = await context.newPage()
  const transfers = await watchTransfers(page)
  await page.goto(url)
  await transfers.settle()
  const read = toWeight(transfers)
  await wakeWorkbench(page)
  await transfers.settle()
  const ready = toWeight(transfers)
  await page.locator('.workbench .wb-static:visible .line').nth(2).click()
  await page.locator('.workbench .view-line').first().waitFor()
  await transfers.settle()
  const edited = toWeight(transfers)
  await context.close()
  return { read, ready, edited }
}

function toWeight(transfers: Transfers): Weight {
  const files = transfers.list().slice(0, 5)
  const largest = files.map(([path, bytes]) => `${path.split('/').at(-1) || 'HTML'} ${toKilobytes(bytes)}`)
  return { ...transfers.sum(), largest: largest.join(', ') }
}

function toFigure(what: string, { fonts, others, requests, largest }: Weight, aim?: Figure['aim']): Figure {
  return {
    what,
    value: others / 1000,
    unit: 'kB',
    ...(aim && { aim }),
    details: [
      `${requests} requests; with fonts ${toKilobytes(fonts + others)} kB (fonts ${toKilobytes(fonts)})`,
      `largest: ${largest}`,
    ],
  }
}

function toKilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}

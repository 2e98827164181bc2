import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RunningServer } from '#service/start-server.ts'
import { openRealPrograms } from '../service/guests/real-programs.ts'
import { openRealService } from '../service/real-service.ts'
import { launchChromium } from './browser.ts'

const head = readFileSync(new URL('../../deploy/mdbook/head.hbs', import.meta.url), 'utf8')
const chapter = readFileSync(new URL('mdbook/chapter.html', import.meta.url), 'utf8')
let book: Server
let service: RunningServer
let browser: Browser

beforeAll(async () => {
  book = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(toPage()))
  book.listen(0, '127.0.0.1')
  await once(book, 'listening')
  service = await openRealService(
    { PLAYGROUND_API: '1', PLAYGROUND_ORIGINS: toAddress(book) },
    {},
    openRealPrograms(),
  )
  browser = await launchChromium()
})

afterAll(async () => {
  await browser?.close()
  await service?.close()
  book?.close()
})

it('a book of mdBook with our script in its head runs its programs on the service, from another origin', async () => {
  const page = await openChapter()
  const [hello, panics, withCrate] = await page.locator('.playground').all()
  await hello!.getByRole('button').click()
  await hello!.getByText('hello from a book', { exact: true }).waitFor()
  await panics!.getByRole('button').click()
  await panics!.locator('.result', { hasText: 'this is the end' }).waitFor()
  expect(await withCrate!.getByRole('button').isVisible()).toBe(false)
  await page.context().close()
})

async function openChapter(): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.route('https://play.rust-lang.org/**', (route) => {
    throw new Error(`the book asks ${route.request().url()}`)
  })
  await page.goto(toAddress(book))
  return page
}

function toPage(): string {
  return chapter.replace('{{head}}', () => head.replace('https://compile.example.org', service.url))
}

function toAddress(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

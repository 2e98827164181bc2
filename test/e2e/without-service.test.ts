import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { root } from '#scripts/root.ts'
import { startServer } from '#service/start-server.ts'
import { createTestService } from '../service/test-service.ts'
import { standInForRustPlayground } from '../playground/backends/public/stand-ins.ts'
import { refused } from '../playground/backends/compile-contract.ts'
import { useStage } from './browser.ts'
import { serveFiles } from './serve-files.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage(() => serveFiles(join(root, 'dist'), '/'))
const program = '/ownership/borrow-deadline/'
const driver = '/first-module/module-and-exit/'

/** Stands in for play.rust-lang.org; gives the paths that it was asked for. */
async function playgroundOf(page: Page): Promise<string[]> {
  const { fetch } = standInForRustPlayground()
  const asked: string[] = []
  await page.context().route('https://play.rust-lang.org/**', async (route) => {
    const request = route.request()
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' }
    if (request.method() === 'OPTIONS') return route.fulfill({ status: 200, headers })
    asked.push(new URL(request.url()).pathname)
    const body = request.postData()
    const response = await fetch(request.url(), body === null ? {} : { body })
    return route.fulfill({ status: 200, headers, json: await response.json() })
  })
  return asked
}

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Where code goes' })

vi.setConfig({ testTimeout: 120_000 })

it('an edited program goes to a public playground only after the reader agreed, and no more once they do not', async () => {
  const page = await stage.open(program)
  const asked = await playgroundOf(page)
  const { bench, status, write, told, button, menu } = await openWorkbench(page)
  await write(refused.source)
  await status.getByText('The compile service can’t be reached.').waitFor()
  expect(asked).toEqual([])

  await bench.getByRole('button', { name: 'Where code goes…' }).first().click()
  await dialogOf(page)
    .getByRole('radio', { name: /play\.rust-lang\.org/ })
    .check()
  await dialogOf(page).getByRole('button', { name: 'Save' }).click()
  await bench.getByText('Checked at play.rust-lang.org, rustc 1.91.0.').waitFor()
  await status.getByText('rustc refuses this program: 1 error.').waitFor()
  await expect.poll(told, { timeout: 20_000 }).toContainEqual(expect.stringContaining('occurs here'))

  await write('fn main() { println!("hello"); }\n')
  await status.getByText('rustc accepts this program').waitFor()
  await button('Run').click()
  await bench.getByText('It ran at play.rust-lang.org.').waitFor()
  expect(await bench.getByLabel('Output of the program').innerText()).toContain('hello')

  await page.reload()
  const again = await openWorkbench(page)
  await again.bench.getByText('Checked at play.rust-lang.org').waitFor()
  await menu('Where code goes…')
  await dialogOf(page).getByRole('radio', { name: 'Nobody' }).check()
  await dialogOf(page).getByRole('button', { name: 'Save' }).click()
  await again.status.getByText('The compile service can’t be reached.').waitFor()
  const before = asked.length
  await again.write('fn main() { println!("to myself"); }\n')
  await again.status.getByText('The compile service can’t be reached.').waitFor()
  expect(asked).toHaveLength(before)
  await page.context().close()
})

it('the settings show the same choice', async () => {
  const page = await stage.open('/settings/')
  const group = page.getByRole('group', { name: /where no compile service answers/ })
  await group.getByRole('radio', { name: 'godbolt.org' }).check()
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('no-oops:where-code-goes')))
    .toContain('compiler-explorer')
  await page.goto(stage.url(program))
  const { menu } = await openWorkbench(page)
  await menu('Where code goes…')
  const chosen = dialogOf(page).getByRole('radio', { name: /godbolt/ })
  await expect.poll(() => chosen.isChecked(), { timeout: 10_000 }).toBe(true)
  await page.context().close()
})

it('an edited driver stays here, and the page says how to start a service', async () => {
  const page = await stage.open(driver)
  const asked = await playgroundOf(page)
  await page.evaluate(() =>
    localStorage.setItem('no-oops:where-code-goes', '{"playground":"rust-playground"}'),
  )
  await page.reload()
  const { bench, status, write, drawn } = await openWorkbench(page)
  await write('// my own driver\nuse kernel::prelude::*;\n')
  await status.getByText('The compile service can’t be reached.').waitFor()
  await bench.getByText('Saved in this browser', { exact: true }).waitFor()
  await bench.getByRole('button', { name: 'Where code goes…' }).first().click()
  await dialogOf(page)
    .getByText(`CORS_ORIGIN=${new URL(page.url()).origin} npm start`)
    .waitFor()
  await page.keyboard.press('Escape')
  expect(await drawn()).toContain('my own driver')
  expect(asked).toEqual([])
  await page.context().close()
})

it('the reader points the page at another service, if that lets the page ask and is of its release', async () => {
  const page = await stage.open(program)
  const origin = new URL(page.url()).origin
  const exited = { kind: 'exited', code: 0, stdout: new Uint8Array(), stderr: '' } as const
  const serve = (environment: Record<string, string>) =>
    startServer({
      fetch: createTestService({ run: () => Promise.resolve(exited) }, { environment }).fetch,
      ...{ port: 0, host: '127.0.0.1', gracePeriod: 100 },
    })
  const [closed, open] = [await serve({}), await serve({ CORS_ORIGIN: origin })]
  const { menu } = await openWorkbench(page)
  await menu('Where code goes…')
  const dialog = dialogOf(page)
  const use = async (address: string) => {
    await dialog.getByRole('textbox').fill(address)
    await dialog.getByRole('button', { name: 'Save' }).click()
  }
  await use('https://compile.example.org')
  await dialog.getByText(/This site may not ask that address/).waitFor()
  await use(closed.url)
  await dialog.getByText(`CORS_ORIGIN=${origin}`).last().waitFor()
  await use(open.url)
  await dialog.waitFor({ state: 'detached' })
  await page.waitForLoadState('load')
  const { status, write } = await openWorkbench(page)
  await write('fn main() {}\n')
  await status.getByText('rustc accepts this program.').waitFor()
  await page.context().close()
  await Promise.all([closed.close(), open.close()])
})

it('with no service at all, a lesson shows what was recorded of its driver: what clang said, the crash, the refusal', async () => {
  const page = await stage.open(driver)
  const { bench, tab, button } = await openWorkbench(page)
  await tab('driver.c')
  await bench
    .getByText(/^Recorded, /)
    .first()
    .waitFor()
  await button('Run').click()
  await bench.getByText(/^Recorded on Linux 7\.3\.4/).waitFor()
  await tab('driver.rs')
  await button('Run').click()
  await bench
    .getByText(/^Recorded on Linux 7\.3\.4/)
    .first()
    .waitFor()
  await page.context().close()
})

it('… and of programs: what Check says of the start, and that the solution runs and is one', async () => {
  const page = await stage.open(program)
  const { bench, button, write } = await openWorkbench(page)
  await button('Check').click()
  const checks = bench.getByRole('tabpanel', { name: /^Checks/ })
  await checks.getByText('Recorded, rustc 1.85.1.').waitFor()
  await checks.getByText('Not yet: rustc refuses the program.').waitFor()
  await write(await readFile(join(root, 'lessons/03-ownership/02-borrow-deadline/solution/main.rs'), 'utf8'))
  await button('Run').click()
  const console = bench.getByRole('tabpanel', { name: /^Console/ })
  await console.getByText('Recorded, rustc 1.85.1.').waitFor()
  await console.getByLabel('Output of the program').waitFor()
  await button('Check').click()
  await checks.getByText(/^Solved: all \d+ checks hold\.$/).waitFor()
  await checks.getByText('Recorded, rustc 1.85.1.').waitFor()
  await page.context().close()
})

it('… and of tasks: a start that is not edited is told of as recorded, an edited one asks for a service', async () => {
  const page = await stage.open('/rust-for-c-readers/integers-and-casts/')
  const editor = page.getByRole('region', { name: /^Editor of / }).first()
  await editor.getByRole('button', { name: /^Check/ }).click()
  await editor.getByText('Recorded, rustc 1.85.1.').first().waitFor()
  await editor.getByText(/rustc refuses it|Not yet/).waitFor()
  await editor.getByRole('textbox').focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText('fn main() {}\n')
  await editor.getByRole('button', { name: /^Check/ }).click()
  await editor.getByRole('status').getByRole('button', { name: 'Where code goes…' }).waitFor()
  await page.context().close()
})

import { expect, it } from 'vitest'
import { useStage } from './browser.ts'
import { serveCourse } from './course.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
const lesson = '/ownership/borrow-deadline/'

it('with the service gone the recorded refusal is shown as recorded, and an edit is kept', async () => {
  const page = await stage.open(lesson)
  await page.context().route('**/api/**', (route) => route.abort())
  const { bench, status, problems, write, drawn, askRustc } = await openWorkbench(page)
  await askRustc()
  await bench.getByText(/^Recorded, rustc 1\.85\.1\.$/).waitFor()
  await status.getByText('rustc refuses this program: 1 error.').waitFor()
  expect(await problems.count()).toBe(1)
  await write('fn main() { println!("edited without a service"); }\n')
  await bench
    .getByText(/The compile service can’t be reached\. Your code is saved here/)
    .first()
    .waitFor()
  await bench.getByText('Saved in this browser', { exact: true }).waitFor()

  await page.context().unroute('**/api/**')
  await status.getByText('rustc accepts this program.').waitFor({ timeout: 30_000 })
  expect(await drawn()).toContain('edited without a service')
  await page.context().close()
})

it('a service that dies in mid-course takes nothing from the reader', async () => {
  const server = await serveCourse()
  const page = await stage.open(new URL(lesson, server.url).href)
  const { bench, status, write, drawn, askRustc } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await askRustc()
  await status.getByText('1 error').waitFor()
  await server.close()
  await write('fn main() { println!("nobody answers"); }\n')
  await bench
    .getByText(/The compile service can’t be reached/)
    .first()
    .waitFor()
  expect(await drawn()).toContain('nobody answers')
  expect(await page.getByRole('article').innerText()).toContain('Read the refusal')

  const again = await serveCourse({ port: Number(new URL(server.url).port) })
  await status.getByText('rustc accepts this program.').waitFor({ timeout: 30_000 })
  await again.close()
  await page.context().close()
})

it('while the toolroom is made the page says how far it is', async () => {
  const page = await stage.open('about:blank')
  const problem = {
    type: 'about:blank',
    title: 'The compiler is being prepared',
    status: 503,
    detail: 'installing: 62 %',
  }
  const preparing = { userspace: { state: 'preparing', percent: 62, step: 'installing packages' } }
  await page.context().route('**/api/compile', (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      headers: { 'Retry-After': '1' },
      json: problem,
    }),
  )
  await page.context().route('**/api/status', (route) => route.fulfill({ json: preparing }))
  await page.goto(stage.url('/playground/'))
  const { bench, status } = await openWorkbench(page)
  await bench
    .getByText(/being prepared: 62 %/)
    .first()
    .waitFor()
  await page.context().unrouteAll()
  await status.getByText('rustc refuses this program').waitFor({ timeout: 30_000 })
  await page.context().close()
})

it('says so where the page is older than the service, whose answer it does not understand', async () => {
  const page = await stage.open('about:blank')
  await page.context().route('**/api/compile', (route) => route.fulfill({ json: { outcome: 'postponed' } }))
  await page.goto(stage.url('/playground/'))
  const { status } = await openWorkbench(page)
  await status
    .getByText('This page is older than the compile service. Reload it; your code is saved.')
    .waitFor()
  await page.context().close()
})

it('reads answers without `eval`, which the page forbids', async () => {
  const page = await stage.open('about:blank')
  const forbidden: string[] = []
  await page.exposeFunction('onForbidden', (directive: string) => forbidden.push(directive))
  await page.addInitScript(
    `addEventListener('securitypolicyviolation', (event) => onForbidden(event.violatedDirective))`,
  )
  await page.goto(stage.url('/playground/'))
  const { status } = await openWorkbench(page)
  await status.getByText('rustc refuses this program').waitFor()
  expect(forbidden).toEqual([])
  await page.context().close()
})

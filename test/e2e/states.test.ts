import type { Locator, Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { byVariant } from '#protocol/variants.ts'
import { phone, useStage } from './browser.ts'
import { driveBootByHand } from './hand-driven-boot.ts'
import { openPlayground } from './playground-page.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
vi.setConfig({ testTimeout: 120_000 })
const lesson = '/ownership/borrow-deadline/'
const toolchain = 'clang 19.1.7, Linux 7.3.4'

it.for([
  ['beside the text', undefined, lesson],
  ['on a phone', phone, lesson],
  ['in the playground', undefined, '/playground/'],
] as const)(
  'a run says %s what it waits for: a kernel, its turn, the compiler, and how long the kernel takes',
  async ([, options, path]) => {
    const page = await stage.open('about:blank', options)
    const send = await driveBootByHand(page)
    await page.goto(stage.url(path))
    const console = await openC(page, path)
    const status = console.getByRole('status')
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await status.getByText('Asking for a kernel…').waitFor()
    await send({ kind: 'waiting', ahead: 3 })
    await status.getByText('Waiting for a kernel: 3 ahead.').waitFor()
    expect(await toneOf(status)).toBe('neutral')
    await send({ kind: 'building' })
    await status.getByText('Building driver.c with clang…').waitFor()
    expect(await toneOf(status)).toBe('neutral')
    await send({ kind: 'built', toolchain, diagnostics: [], milliseconds: 85 })
    await status.getByText('Booting…').waitFor()
    for (const seconds of [1, 2]) await status.getByText(`${seconds} s of 15 s`).waitFor()
    expect(await toneOf(status)).toBe('neutral')
    await send({ kind: 'console', text: '# cat /dev/none\r\n[exit 1]\r\n' })
    await send({ kind: 'finished', verdict: 'clean', kernel: 'Linux 7.3.4', milliseconds: 300 })
    await status.getByText('(1 command failed), and the kernel had nothing to report').waitFor()
    expect(await status.getAttribute('class')).toContain('wb-run-calm')
    expect(await status.getByText('s of 15 s').count()).toBe(0)
    await page.context().close()
  },
)

it('in the playground a double click on Run starts both, and Stop says of each that it was stopped', async () => {
  const page = await stage.open('about:blank')
  await driveBootByHand(page)
  await page.goto(stage.url('/playground/'))
  const { console, button, choose } = await openPlayground(page, 'kernel')
  await choose('Language', 'both')
  await button('Run both').dblclick()
  await console.getByText('Asking for a kernel…').nth(1).waitFor()
  await page.waitForTimeout(1000)
  await button('Stop').click()
  await console.getByText('Stopped.', { exact: true }).nth(1).waitFor()
  await button('Run both').waitFor()
  await page.context().close()
})

it('a double click on Run starts it, and Stop says that it was stopped', async () => {
  const page = await stage.open('about:blank')
  await driveBootByHand(page)
  await page.goto(stage.url(lesson))
  const { console, tab, button } = await openWorkbench(page)
  await tab('driver.c')
  await button('Run').dblclick()
  await console.getByText('Asking for a kernel…').waitFor()
  await page.waitForTimeout(1000)
  await button('Stop').click()
  await console.getByText('Stopped.', { exact: true }).waitFor()
  expect(await toneOf(console.getByRole('status'))).toBe('neutral')
  await button('Run').waitFor()
  await page.context().close()
})

it('what is being prepared is told as it goes on, and no more once it is ready', async () => {
  const page = await stage.open('about:blank')
  const kernel = { state: 'preparing', percent: 43, step: 'compiling' }
  await keepPreparing(page, () => kernel)
  await page.goto(stage.url(lesson))
  const { bench, console, tab, button, write } = await openWorkbench(page)
  await tab('driver.c')
  await write('int nothing_was_recorded_of_this;\n')
  await button('Run').click()
  const status = console.getByRole('status')
  await status.getByText('The kernel is being prepared: 43 % (compiling).').waitFor()
  expect(await toneOf(status)).toBe('neutral')
  kernel.percent = 71
  await status.getByText('71 %').waitFor()
  kernel.state = 'ready'
  await status.getByText('The kernel is ready now. Press Run.').waitFor()
  expect(await bench.getByText('being prepared').count()).toBe(0)
  await page.context().close()
})

/** Brings the C driver of a lesson, or of the playground, into sight; gives the console. */
async function openC(page: Page, path: string): Promise<Locator> {
  if (path !== lesson) {
    const { console, choose } = await openPlayground(page, 'kernel')
    await choose('Language', 'c')
    return console
  }
  const { console, tab } = await openWorkbench(page)
  await tab('driver.c')
  return console
}

/** As a service answers whose kernels are not there yet. */
async function keepPreparing(page: Page, kernelNow: () => object) {
  const problem = { type: 'about:blank', title: 'The kernel is being prepared', status: 503 }
  const userspace = { state: 'ready', toolchain: 'rustc 1.85.1' }
  await page.context().route('**/api/boot', (route) =>
    route.fulfill({
      ...{ status: 503, contentType: 'application/problem+json', json: problem },
      headers: { 'Retry-After': '1' },
    }),
  )
  await page.context().route('**/api/status', (route) =>
    route.fulfill({
      json: { userspace, ...byVariant(() => ({ toolchain: 'rustc 1.85.1', ...kernelNow() })) },
    }),
  )
}

/** `alarm` is for refusals and crashes. */
async function toneOf(status: ReturnType<Page['locator']>): Promise<'neutral' | 'alarm'> {
  return status.evaluate((element) => {
    const colourOf = (token: string) => {
      const probe = Object.assign(document.createElement('i'), { style: `color: var(${token})` })
      document.body.append(probe)
      const { color } = getComputedStyle(probe)
      probe.remove()
      return color
    }
    const alarms = ['--refuse', '--crash', '--warn'].map(colourOf)
    return alarms.includes(getComputedStyle(element).color) ? 'alarm' : 'neutral'
  })
}

import type { Page } from 'playwright-core'
import { build } from 'rolldown'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileURLToPath } from 'node:url'
import { workspaceContract } from '../playground/workspace/workspace-contract.ts'
import { useStage } from './browser.ts'
import type * as ContractPage from './container/contract-page.ts'
import { type StandIn, standIn } from './container/stand-in.ts'

const stage = useStage()
/** A Worker, a terminal and a container have to start first. */
const inTime = { timeout: 25_000 }
const route = '/workspace/container/'
const addresses = { NO_OOPS_SERVICE: 'http://service.example', NO_OOPS_SITE: 'http://site.example' }

/** A page of the site from which one can go on, once routes are set. */
function openBlank(): Promise<Page> {
  return stage.open('/404.html')
}

/** The code of the workspace with its contract, for a page that has booted nothing yet. */
async function addContract(page: Page) {
  const { output } = await build({
    input: fileURLToPath(new URL('container/contract-page.ts', import.meta.url)),
    platform: 'browser',
    write: false,
    output: { codeSplitting: false },
  })
  await page.route('**/contract-page.js', (it) =>
    it.fulfill({ contentType: 'text/javascript', body: output[0].code }),
  )
  const run = <Key extends keyof typeof ContractPage>(
    key: Key,
    ...args: Parameters<(typeof ContractPage)[Key]>
  ) =>
    page.evaluate(
      `import('/contract-page.js').then((module) => module.${key}(...${JSON.stringify(args)}))`,
    ) as ReturnType<(typeof ContractPage)[Key]>
  return run
}

const shown = (page: Page) => page.getByRole('region', { name: 'Terminal' }).locator('.xterm-rows')

describe('a WebContainer, by its real wrapper before a stand-in for StackBlitz', () => {
  let page: Page
  let there: StandIn
  let run: Awaited<ReturnType<typeof addContract>>

  beforeAll(async () => {
    page = await openBlank()
    there = await standIn(page)
    await page.goto(stage.url(route))
    run = await addContract(page)
    const command = 'console.log("no-oops", process.argv.slice(2).join(), process.env.NO_OOPS_SERVICE)'
    expect(
      await run('boot', {
        env: addresses,
        command,
      }),
    ).toBeUndefined()
  })
  afterAll(async () => {
    await page.context().close()
    await there.end()
  })

  for (const sentence of Object.keys(workspaceContract))
    it(sentence, async () => expect(await run('breachOf', sentence)).toBeUndefined())

  it('has the command no-oops mounted, with the address of the service, and not among the files', async () => {
    expect(await run('outputOf', 'no-oops', ['check'])).toBe('no-oops check http://service.example\n')
  })

  it('is told the size of its terminal', () => {
    expect(there.farEnd().resized).toContainEqual({ id: expect.any(Number), size: { rows: 10, cols: 40 } })
  })
})

describe('the page of the WebContainer', () => {
  it('asks before it loads anything from StackBlitz, remembers the answer, and has no-oops in the container', async () => {
    const page = await openBlank()
    const there = await standIn(page)
    await page.goto(stage.url(route))
    await page.getByText('Load a WebContainer?').waitFor()
    expect(there.asked).toEqual([])
    await page.getByRole('button', { name: 'Load it' }).click()
    await page.getByRole('button', { name: 'boot.sh', exact: true }).waitFor()
    await page.locator('.xterm-helper-textarea').focus()
    await page.keyboard.type('no-oops --version > made.txt; echo $((6 * 7)) >> made.txt\n')
    await page.getByRole('button', { name: 'made.txt', exact: true }).click()
    await expect
      .poll(() => page.getByRole('textbox', { name: /^made.txt/ }).inputValue(), inTime)
      .toMatch(/^\d+\.\d+\.\d+\n42\n$/)
    await page.reload()
    await page.getByRole('button', { name: 'made.txt', exact: true }).waitFor()
    await page.context().close()
    await there.end()
  })

  it('says why there is none, and has our own shell on the same files instead', async () => {
    const page = await openBlank()
    await page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { value: false }))
    await page.goto(stage.url(route))
    await page.getByRole('button', { name: 'Load it' }).click()
    await page.getByText('You are offline: a WebContainer is loaded from StackBlitz.').waitFor()
    await expect.poll(() => shown(page).innerText(), inTime).toContain('no-oops:/')
    await page.context().close()
  })

  it('gives up when nothing answers, and says who may be in the way', async () => {
    const page = await openBlank()
    const there = await standIn(page, { isSilent: true })
    await page.goto(stage.url(route))
    const run = await addContract(page)
    expect(await run('boot', { env: addresses, command: undefined, seconds: 0.5 })).toContain(
      'did not answer within 0.5 seconds',
    )
    expect(there.asked).toEqual(['/headless'])
    await page.context().close()
  })

  it('says so where the site is served without the headers', async () => {
    const page = await openBlank()
    await page.route(stage.url(route), async (it) => {
      const response = await it.fetch()
      const { 'cross-origin-embedder-policy': _, ...headers } = response.headers()
      await it.fulfill({ response, headers })
    })
    await page.goto(stage.url(route))
    await page.getByRole('button', { name: 'Load it' }).click()
    await page.getByText('served without the headers COOP and COEP').waitFor()
    await page.context().close()
  })
})

describe('all other pages', () => {
  it('can’t reach StackBlitz, even the workspace', async () => {
    const page = await openBlank()
    const there = await standIn(page)
    for (const path of ['/workspace/', '/playground/']) {
      await page.goto(stage.url(path))
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(false)
      const refused = await page.evaluate(
        () =>
          new Promise((resolve) => {
            document.addEventListener('securitypolicyviolation', ({ blockedURI }) => resolve(blockedURI))
            const frame = document.createElement('iframe')
            frame.src = 'https://stackblitz.com/headless'
            document.body.append(frame)
          }),
      )
      expect(refused).toMatch(/^https:\/\/stackblitz\.com/)
    }
    expect(there.asked).toEqual([])
    await page.context().close()
  })
})

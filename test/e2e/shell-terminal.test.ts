import { expect, it, vi } from 'vitest'
import type { Locator } from 'playwright-core'
import { useStage } from './browser.ts'
import { openShell, screenOf, sees } from './shell-page.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
// A kernel boots in a second; on a busy machine it may be twenty.
vi.setConfig({ testTimeout: 120_000 })
const lesson = '/ownership/borrow-deadline/'

it('what is marked in the terminal is copied by Ctrl+C, which else ends what runs', async () => {
  const page = await stage.open(lesson, { permissions: ['clipboard-read', 'clipboard-write'] })
  const { terminal } = await openShell(page)
  await page.keyboard.type('echo one-$((40+2))-word\r')
  await sees(terminal, '\none-42-word')
  const row = terminal.locator('.xterm-rows > div', { hasText: /^one-42-word/ })
  const { x, y, height } = (await row.boundingBox())!
  await page.mouse.dblclick(x + 20, y + height / 2)
  await page.keyboard.press('Control+C')
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('one-42-word')
  await page.mouse.click(x + 20, y + height / 2)
  await page.keyboard.type('sleep 1000\r')
  await page.keyboard.press('Control+C')
  await page.keyboard.type('echo it is $?\r')
  await sees(terminal, 'it is 130')
  await page.context().close()
})

it('what scrolled away is found', async () => {
  const page = await stage.open(lesson)
  const { bench, terminal } = await openShell(page)
  await page.keyboard.type('echo nee""dle; seq 300\r')
  await sees(terminal, '\n300\n')
  expect(await screenOf(terminal)).not.toContain('needle')
  await bench.getByRole('searchbox', { name: /^Find in the terminal/ }).fill('needle')
  await page.keyboard.press('Enter')
  await sees(terminal, 'needle')
  await page.context().close()
})

it('the prompt is in sight, however many commands the lesson has', async () => {
  const page = await stage.open('/sharing-and-locking/project-logbook/')
  const { bench, terminal } = await openShell(page)
  expect(await bench.getByRole('list', { name: 'Commands to give' }).getByRole('button').count()).toBe(8)
  const panel = bench.getByRole('tabpanel', { name: /^Shell/ })
  expect(await bottomOf(terminal)).toBeLessThanOrEqual(await bottomOf(panel))
  await page.context().close()
})

/** As `printf` of a shell takes them. */
const hostile = {
  'a title': String.raw`\033]0;owned\007\033]2;owned\007`,
  'a text for the clipboard': String.raw`\033]52;c;b3duZWQ=\007`,
  'another size of the window': String.raw`\033[8;5000;5000t\033[4;9999;9999t`,
  'a far place of the cursor': String.raw`\033[999999999;999999999H\033[99999999@`,
  'millions of tabs, lines and characters': 'IZLMSTb'
    .split('')
    .map((final) => String.raw`x\033[999999999` + final)
    .join(''),
  'a link that runs code': String.raw`\033]8;;javascript:alert(1)\007here\033]8;;\007`,
}

it.each(Object.entries(hostile))(
  'an escape sequence for %s does nothing to the page',
  async (_, sequence) => {
    const page = await stage.open(lesson, { permissions: ['clipboard-read', 'clipboard-write'] })
    const title = await page.title()
    await page.evaluate(() => navigator.clipboard.writeText('mine'))
    const dialogs: string[] = []
    page.on('dialog', (dialog) => (dialogs.push(dialog.message()), void dialog.dismiss()))
    const { terminal } = await openShell(page)
    const before = await terminal.boundingBox()
    await page.keyboard.type(`printf '${sequence}'; echo; echo over-$((40+2))\r`)
    await sees(terminal, 'over-42')
    expect(await page.title()).toBe(title)
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('mine')
    expect(await terminal.boundingBox()).toEqual(before)
    expect([dialogs, page.context().pages().length]).toEqual([[], 1])
    await page.context().close()
  },
)

it('a connection that is cut in mid-boot is told, and another shell can be opened', async () => {
  const page = await stage.open('about:blank')
  let cuts = 1
  await page.routeWebSocket('**/api/shell', (socket) => {
    const service = socket.connectToServer()
    service.onMessage((message) => {
      socket.send(message)
      if (cuts > 0 && String(message).includes('"built"')) {
        cuts -= 1
        void service.close()
        void socket.close({ code: 4000 })
      }
    })
  })
  await page.goto(stage.url(lesson))
  const { bench, tab, button } = await openWorkbench(page)
  await tab('driver.c')
  await tab('Shell')
  await button('Open a shell').click()
  await bench.getByText('The connection broke, and the kernel ended with it.').waitFor()
  await button('Open a shell').click()
  await sees(bench.getByRole('group', { name: /^Terminal/ }), '~ #')
  await page.context().close()
})

async function bottomOf(element: Locator): Promise<number> {
  const { y, height } = (await element.boundingBox())!
  return y + height
}

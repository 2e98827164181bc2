import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useStage } from './browser.ts'
import { clipboard, openPlayground } from './playground-page.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
const lesson = '/ownership/borrow-deadline/'

it.for([
  ['in the playground', '/playground/'],
  ['beside the C, in split view', lesson],
])('a pasted file of 64 KiB stays fluid %s: a keystroke is on the screen in a moment', async ([, path]) => {
  const page = await stage.open(path!)
  const { bench, status, write, button } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  const line = '    // what follows is only here to be long, and to be drawn while one types\n'
  await write(`fn main() {\n${line.repeat(Math.floor((64 * 1024 - 200) / line.length))}}\n`)
  if (path === lesson) {
    await button('Split').click()
    await bench.getByRole('textbox', { name: /^driver.c, the C you edit/ }).waitFor()
    await bench.getByRole('textbox', { name: /^main.rs, the Rust you edit/ }).focus()
  } else await status.getByText(/accepts/).waitFor()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  const times: number[] = []
  for (const typed of prefixesOf('abcdefghij')) times.push(await timeUntilShown(page, typed))
  const median = times.toSorted((a, b) => a - b)[5]!
  expect(median, `${times.map(Math.round).join(', ')} ms`).toBeLessThan(200)
  await page.context().close()
})

it.each([
  ['QuotaExceededError', /this browser’s storage is full/],
  ['SecurityError', /this browser does not store anything/],
])(
  'where storage ends in a %s that is said once, and nothing is lost in the open page',
  async (name, says) => {
    const page = await stage.open(lesson)
    const { bench, write, drawn, tab } = await openWorkbench(page)
    await bench.locator('.view-line').first().waitFor()
    await page.evaluate((name) => {
      Storage.prototype.setItem = () => {
        throw new DOMException('no room', name)
      }
    }, name)
    await write('fn main() { println!("mine"); }\n')
    await bench.getByText(says).waitFor()
    await write('fn main() { println!("mine again"); }\n')
    await tab('driver.c')
    await write('/* mine too */\n')
    await tab('main.rs')
    await expect.poll(drawn).toContain('println!("mine again")')
    await bench.getByText(says).waitFor()
    await tab('driver.c')
    await expect.poll(drawn).toContain('mine too')
    await bench.getByText(says).waitFor()
    const told = page.getByText(/storage is full|no room left|not store anything/)
    await expect.poll(() => told.count(), { message: 'it is said once', timeout: 10_000 }).toBe(1)
    await page.context().close()
  },
)

it('where nothing may be stored from the beginning, a lesson and the playground work, and say so', async () => {
  const page = await stage.open('/')
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    })
  })
  for (const [path, file] of [
    [lesson, 'main.rs'],
    ['/playground/', 'main.rs'],
  ] as const) {
    await page.goto(stage.url(path))
    const { bench, write, drawn, button, console } = await openWorkbench(page)
    await bench.getByRole('tab', { name: new RegExp(`${file}$`) }).waitFor()
    await write('fn main() { println!("mine"); }\n')
    await bench.getByText(/this browser does not store anything/).waitFor()
    await expect.poll(drawn).toContain('println!("mine")')
    await button('Run').click()
    await console.getByText('mine', { exact: true }).waitFor()
  }
  await page.context().close()
})

it('code that is too much for a link is told so, and there is another way', async () => {
  const page = await stage.open('/playground/', clipboard)
  const { bench, write, button, drawn } = await openPlayground(page)
  const noise = Array.from({ length: 40_000 }, () => Math.random().toString(36)[2]).join('')
  await write(`// ${noise}\nfn main() {}\n`)
  await button('Copy link').click()
  await bench.getByText(/too much code for a link.*Export/).waitFor()
  expect(await drawn()).toContain('fn main()')
  await page.context().close()
})

it('a file gets no name that the service would not take, and is told why', async () => {
  const page = await stage.open('/playground/')
  const { menu, file } = await openPlayground(page)
  await menu('Add a file')
  const dialog = page.getByRole('dialog')
  for (const [name, says] of [
    ['', /needs a name/],
    ['../up.rs', /letters without accents/],
    ['no spaces.rs', /letters without accents/],
    ['main.rs', /There is a main\.rs already/],
    ['ring.c', /C is compiled for the kernel only/],
    ['x'.repeat(150), /at most 100 characters/],
  ] as const) {
    await dialog.getByRole('textbox').fill(name)
    await dialog.getByRole('button', { name: 'OK' }).click()
    await dialog.getByRole('alert').getByText(says).waitFor()
  }
  await page.keyboard.press('Escape')
  expect(await file('ring.c').count()).toBe(0)
  await page.context().close()
})

function prefixesOf(text: string): string[] {
  return text.split('').map((_, index) => text.slice(0, index + 1))
}

declare global {
  var shownAfter: Promise<number>
}

/** Types the last letter of what then ends the first line; milliseconds from its key to the frame that shows it. */
async function timeUntilShown(page: Page, typed: string): Promise<number> {
  await page.evaluate((typed) => {
    globalThis.shownAfter = new Promise((resolve) => {
      const onKey = ({ timeStamp }: KeyboardEvent) => {
        const look = () => {
          const lines = [...document.querySelectorAll('.view-line')]
          if (lines.some((line) => line.textContent.endsWith(`{${typed}`)))
            resolve(performance.now() - timeStamp)
          else requestAnimationFrame(look)
        }
        look()
      }
      addEventListener('keydown', onKey, { once: true, capture: true })
    })
  }, typed)
  await page.keyboard.press(typed.at(-1)!)
  return page.evaluate(() => globalThis.shownAfter)
}

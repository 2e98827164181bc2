import type { Page } from 'playwright-core'
import { desktop, launchChromium, lessonPath, wakeWorkbench } from './browser.ts'
import type { Figure } from './figure.ts'
import type { BenchContext } from './bench-context.ts'
import { median } from './quantile.ts'
import { withoutIdle } from './without-idle.ts'

/** Measures the time from a click on the static code to the first character, typed at once, on the screen, and to the large editor, in fresh browsers. */
export async function measureEditor({ course, short }: BenchContext): Promise<Figure[]> {
  const times: Times[] = []
  for (let round = 0; round < (short ? 2 : 5); round += 1)
    times.push(await measureOnce(course.url + lessonPath))
  const typed = times.map(({ typed }) => typed)
  const large = times.map(({ large }) => large)
  const toList = (values: number[]): string => values.map((value) => value.toFixed(0)).join(', ')
  return [
    {
      what: 'click to typed character',
      value: median(typed),
      unit: 'ms',
      aim: { atMost: 600 },
      details: [
        `median of ${times.length} fresh browsers: ${toList(typed)} ms; nothing of the editor was loaded at the click`,
        'typed at once: the plain editor, which stands in for the large one, takes it',
      ],
    },
    {
      ...{ what: 'click to large editor', value: median(large), unit: 'ms', aim: { atMost: 600 } },
      details: [`until it had the focus, with what was typed: ${toList(large)} ms`],
    },
  ]
}

/** Milliseconds after the click. */
interface Times {
  typed: number
  large: number
}

async function measureOnce(url: string): Promise<Times> {
  const browser = await launchChromium()
  const context = await browser.newContext({ viewport: desktop, serviceWorkers: 'block' })
  await withoutIdle(context)
  const page = await context.newPage()
  await page.goto(url, { waitUntil: 'networkidle' })
  const times = await clickAndType(page)
  await browser.close()
  return times
}

async function clickAndType(page: Page): Promise<Times> {
  const workbench = await wakeWorkbench(page)
  const line = workbench.locator('.wb-static:visible .line').nth(2)
  if ((await workbench.locator('.view-line').count()) > 0)
    throw new Error('The editor was there before the click.')
  const times = page.evaluate(watchForTyping, typedCharacter)
  await line.click()
  await page.keyboard.type(typedCharacter)
  return times
}

/** Stands in no lesson. */
const typedCharacter = '@'

/** Runs in the page: waits for the click, the frame that shows the character, and the one in which the large editor has it and the focus. */
function watchForTyping(character: string): Promise<{ typed: number; large: number }> {
  return new Promise((resolve) => {
    let clicked = 0
    let typed = 0
    const isInPlain = () => document.querySelector('textarea')?.value.includes(character)
    const isInLarge = () =>
      [...document.querySelectorAll('.view-line')].some((line) => line.textContent.includes(character))
    const look = (): void => {
      const isThere = isInLarge()
      if (typed === 0 && (isThere || isInPlain())) typed = performance.now()
      if (isThere && document.activeElement?.closest('.monaco-editor'))
        setTimeout(() => resolve({ typed: typed - clicked, large: performance.now() - clicked }))
      else requestAnimationFrame(look)
    }
    addEventListener('mousedown', (event) => ((clicked = event.timeStamp), look()), {
      capture: true,
      once: true,
    })
  })
}

import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { CompileResult } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import { desktop, launchChromium } from './browser.ts'
import type { Figure } from './figure.ts'
import type { BenchContext } from './bench-context.ts'
import { quantile, toSpread } from './quantile.ts'

/** Measures the time from the compiler's answer to the painted story, whether code moves for it, and whether typing keeps up. */
export async function measureStory({ course, short }: BenchContext): Promise<Figure[]> {
  const browser = await launchChromium()
  const url = `${course.url}/playground/`
  try {
    return await measureIn(browser, url, short)
  } finally {
    await browser.close()
  }
}

async function measureIn(browser: Browser, url: string, short: boolean): Promise<Figure[]> {
  const rounds = short ? 5 : 25
  const few = await measurePainting(browser, url, { count: 10, rounds })
  const many = await measurePainting(browser, url, { count: 200, rounds })
  const typing = await measureTyping(browser, url, short ? 40 : 120)
  return [
    toPaintFigure(few, { count: 10, atMost: 16 }),
    toPaintFigure(many, { count: 200, atMost: 50 }),
    {
      what: 'code moved by a story',
      value: Math.max(few.moved, many.moved),
      unit: 'px',
      aim: { atMost: 0 },
      details: ['largest change of the place of any line of code, over all of the above'],
    },
    {
      what: 'dropped keystrokes, CPU slowed 4×',
      value: typing.keys - typing.arrived,
      unit: 'keys',
      aim: { atMost: 0 },
      details: [
        `of ${typing.keys} at 100 ms a key beside 200 diagnostics; ${typing.late} of them were painted after the next came`,
        `key to painted character ${toSpread(typing.latencies)} ms, the slowest ${Math.max(...typing.latencies).toFixed(0)} ms`,
      ],
    },
  ]
}

interface Painting {
  /** Milliseconds for each answer. */
  worked: number[]
  painted: number[]
  /** Pixels. */
  moved: number
}

function toPaintFigure(
  { worked, painted }: Painting,
  { count, atMost }: { count: number; atMost: number },
): Figure {
  return {
    what: `answer to painted story, ${count} diagnostics`,
    value: quantile(worked, 0.5),
    unit: 'ms',
    aim: { atMost },
    details: [
      `work from the parsed answer until labels, rails and list stand: ${toSpread(worked)} ms, ${worked.length} answers`,
      `until the frame after it, at 60 frames a second: ${toSpread(painted)} ms`,
    ],
  }
}

async function measurePainting(
  browser: Browser,
  url: string,
  { count, rounds }: { count: number; rounds: number },
): Promise<Painting> {
  const { context, page } = await openEditor(browser, url, count)
  const painting: Painting = { worked: [], painted: [], moved: 0 }
  for (let round = 0; round < rounds; round += 1) {
    await page.evaluate(watchForStory)
    await page.keyboard.type(' ')
    const seen = await page.evaluate(() => globalThis.seen)
    painting.worked.push(seen.worked)
    painting.painted.push(seen.painted)
    painting.moved = Math.max(painting.moved, seen.moved)
  }
  await context.close()
  return painting
}

async function measureTyping(browser: Browser, url: string, keys: number) {
  const { context, page } = await openEditor(browser, url, 200)
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.waitForTimeout(3000)
  await page.evaluate(watchKeys)
  await page.keyboard.type(keystroke.repeat(keys), { delay: 100 })
  await page.waitForTimeout(1000)
  const latencies = await page.evaluate(() => globalThis.latencies)
  const typed = await page.locator('.view-line').first().innerText()
  await context.close()
  const late = latencies.filter((latency) => latency > 100).length
  return { keys, arrived: countTyped(typed), late, latencies }
}

/** Stands nowhere else in the program. */
const keystroke = 'x'

function countTyped(text: string): number {
  return text.split(keystroke).length - 1
}

/** The playground with a program of so many lines, for which a canned answer of so many diagnostics comes. */
async function openEditor(
  browser: Browser,
  url: string,
  count: number,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: desktop, serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.route('**/api/compile', (route) => route.fulfill({ json: toAnswer(count) }))
  await page.addInitScript(markAnswers)
  await page.goto(url)
  const workbench = page.getByRole('region', { name: 'Workbench' })
  await workbench.locator('.view-line').first().waitFor()
  await workbench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(toProgram(count))
  await workbench.locator('.wb-label-block').first().waitFor()
  await page.keyboard.press('Control+Home')
  return { context, page }
}

/** A loan, what conflicts with it and its last use for each diagnostic, in four lines. */
function toProgram(count: number): string {
  const stanza =
    '    let first = &buffer[0];\n    drop(buffer);\n    println!("{first}");\n    // and so on\n'
  return `fn main() {\n${stanza.repeat(count)}}\n`
}

function toAnswer(count: number): CompileResult {
  const diagnostics = Array.from({ length: count }, (_, index) => toDiagnostic(2 + index * 4))
  return { outcome: 'rejected', toolchain: 'canned', cached: false, milliseconds: 0, diagnostics }
}

function toDiagnostic(line: number): Diagnostic {
  const toSpan = (offset: number, column: number, label: string) => ({
    file: 'main.rs',
    start: { line: line + offset, column },
    end: { line: line + offset, column: column + 6 },
    primary: offset === 1,
    label,
  })
  return {
    severity: 'error',
    code: 'E0505',
    message: 'cannot move out of `buffer` because it is borrowed',
    spans: [
      toSpan(0, 18, 'borrow of `buffer` occurs here'),
      toSpan(1, 10, 'move out of `buffer` occurs here'),
      toSpan(2, 15, 'borrow later used here'),
    ],
    children: [],
    fixes: [],
  }
}

interface Seen {
  worked: number
  painted: number
  moved: number
}

declare global {
  var answered: number
  var seen: Promise<Seen>
  var latencies: number[]
}

/** Runs in the page: notes when an answer of the service has been parsed. */
function markAnswers() {
  const parse = Response.prototype.json
  Response.prototype.json = async function (this: Response) {
    const value: unknown = await parse.call(this)
    globalThis.answered = performance.now()
    return value
  }
}

/** Runs in the page: waits until the next answer's story stands, and for the frame that shows it. */
function watchForStory() {
  const topsOf = () =>
    [...document.querySelectorAll('.view-line')]
      .map((line) => Math.round(line.getBoundingClientRect().top))
      .sort((a, b) => a - b)
  globalThis.answered = 0
  globalThis.seen = new Promise((resolve) => {
    let before: number[] = []
    const settled = () => {
      if (globalThis.answered === 0) {
        before = topsOf()
        return void requestAnimationFrame(settled)
      }
      const after = topsOf()
      const moved = Math.max(0, ...after.map((top, index) => Math.abs(top - (before[index] ?? top))))
      const painted = performance.now() - globalThis.answered
      resolve({ worked: worked(), painted, moved })
    }
    const labels = document.querySelector('.wb-story-labels')!
    const list = document.querySelector('.wb-problems')!
    let last = 0
    const observer = new MutationObserver(() => (last = performance.now()))
    observer.observe(labels, { childList: true })
    observer.observe(list, { childList: true, subtree: true, attributes: true })
    const worked = () => (observer.disconnect(), last - globalThis.answered)
    requestAnimationFrame(settled)
  })
}

/** Runs in the page: the time from each key to the frame that shows its character. */
function watchKeys() {
  globalThis.latencies = []
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => globalThis.latencies.push(performance.now() - timeStamp)
        port2.postMessage(undefined)
      })
    },
    { capture: true },
  )
}

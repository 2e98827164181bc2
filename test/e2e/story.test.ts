import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { phone, useStage } from './browser.ts'
import { screens } from './screens.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
const lent = `fn main() {
    let ring = vec![1u8, 2, 3];
    let first = &ring[0];
    drop(ring);
    println!("{first}");
}
`

/** The playground opens with a story of its own. */
async function writeLent(page: Page) {
  const workbench = await openWorkbench(page)
  await workbench.write(lent)
  await workbench.problems.getByText('cannot move out of ring because it is borrowed').waitFor()
  return workbench
}

it('F8 walks the steps, in the editor with the cursor, and says each', async () => {
  const page = await stage.open('/playground/')
  const { bench, status, drawn } = await writeLent(page)
  await page.keyboard.press('F8')
  await page.keyboard.press('F8')
  await status.getByText('2 of 4').waitFor()
  const news = bench.getByRole('status', { name: 'News of the workbench' })
  await news.getByText('Step 2 of 4, line 3: Loan begins: borrow of ring occurs here.').waitFor()
  await bench.locator('.stop.is-lit[data-number="2"]').waitFor()
  await bench.locator('.wb-step[aria-current="step"]', { hasText: 'borrow of ring occurs here' }).waitFor()
  await page.keyboard.type('mut_')
  await status.getByText('1 error').waitFor()
  expect(await drawn()).toContain('let first = &mut_ring[0];')
  await page.keyboard.press('Shift+F8')
  await page.context().close()
})

it('no line of code moves when a story comes, and no label covers code', async () => {
  const page = await stage.open('/ownership/borrow-deadline/')
  const { bench, askRustc, told } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  const before = await placesOfCode(page)
  await askRustc()
  await expect.poll(told).toHaveLength(4)
  // The whole may be moved to bring the story into sight, but no line against another.
  await expect.poll(async () => movesOf(before, await placesOfCode(page))).toHaveLength(1)
  expect(await coveredCode(page)).toEqual([])
  await page.context().close()
})

it('a label that is scrolled sideways goes behind the line numbers', async () => {
  const page = await stage.open('/playground/')
  const { write, problems } = await openWorkbench(page)
  await write(`// ${'wide '.repeat(50)}\nfn main() {\n    let unused_variable_of_main = 1;\n}\n`)
  await problems.getByText('unused variable').first().waitFor()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  // So far that some label lies across the border of the margin.
  const seen = () => page.evaluate(labelsAcrossTheMargin)
  for (let back = 0; back < 200 && (await seen()).across === 0; back += 4)
    for (const key of Array<string>(4).fill('ArrowLeft')) await page.keyboard.press(key)
  await expect.poll(seen, { timeout: 10_000 }).toEqual({ across: 1, over: 0 })
  await page.context().close()
})

/** How many labels lie across the border between margin and code, and how many are on top of the margin there. */
function labelsAcrossTheMargin() {
  const border = document
    .querySelector('.view-lines')!
    .parentElement!.parentElement!.getBoundingClientRect().left
  const boxes = [...document.querySelectorAll('.wb-story-labels .story-label')].map((label) =>
    label.getBoundingClientRect(),
  )
  const across = boxes.filter(({ left, right }) => left < border - 8 && border + 8 < right)
  const over = across.filter(({ top, bottom }) =>
    document.elementFromPoint(border - 4, (top + bottom) / 2)?.closest('.story-label'),
  )
  return { across: across.length, over: over.length }
}

it('a label goes while its line is edited; the others stay and move with the text', async () => {
  const page = await stage.open('/playground/')
  const { told } = await writeLent(page)
  await page.route('**/api/compile', () => {})
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('// above\n')
  await expect.poll(told).toContainEqual('4 borrow of ring occurs here')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type(' ')
  await expect.poll(told).not.toContainEqual('4 borrow of ring occurs here')
  expect(await told()).toContainEqual('6 borrow later used here')
  await page.context().close()
})

it('a fix with the wrong lesson asks first; undo takes it back in one step', async () => {
  const page = await stage.open('/playground/')
  const { bench, status, drawn } = await writeLent(page)
  await bench.getByRole('button', { name: /^Show the change: consider cloning/ }).click()
  await bench.getByText(/makes a second object/).waitFor()
  await bench.getByRole('button', { name: 'Use it' }).click()
  await status.getByText('rustc accepts this program').waitFor()
  expect(await drawn()).toContain('ring.clone()')
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
  await page.keyboard.press('Control+z')
  await status.getByText('1 error').waitFor()
  expect(await drawn()).not.toContain('clone')
  await page.context().close()
})

it('news come when the text rests, in one sentence, and never while the reader types', async () => {
  const page = await stage.open('/playground/')
  const { bench, write } = await writeLent(page)
  const news = bench.getByRole('status', { name: 'News of the workbench' })
  await news
    .getByText(
      'rustc refuses this program: 1 error. E0505, line 4: cannot move out of ring because it is borrowed.',
    )
    .waitFor()
  await write('fn main() {\n')
  await page.keyboard.type('let answer = 42; println!("{answer}"); }', { delay: 60 })
  expect(await news.innerText()).toContain('E0505')
  await news.getByText('rustc accepts this program.').waitFor()
  await page.context().close()
})

it('what is pointed at lights up in the code, in the margin and in the list', async () => {
  const page = await stage.open('/playground/')
  const { bench } = await writeLent(page)
  await bench.locator('.wb-step', { hasText: 'move out of ring occurs here' }).hover()
  await bench.locator('.stop.is-lit[data-number="3"]').waitFor()
  await bench.locator('.wb-lit').first().waitFor()
  await bench.locator('.story-label', { hasText: 'borrow later used here' }).hover()
  await page.mouse.move(...(await centreOf(page, '.story-label:has-text("borrow later used here")')))
  await bench.locator('.wb-step.is-lit', { hasText: 'borrow later used here' }).waitFor()
  await page.context().close()
})

it('a label that is too long is shown whole at its step, over the lines below and never over its own code', async () => {
  const page = await stage.open('/ownership/borrow-deadline/', { viewport: { width: 1280, height: 720 } })
  const { bench, askRustc } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await askRustc()
  const cut = bench.locator('.wb-label-block-cut')
  await cut.first().waitFor()
  expect(
    await cut
      .first()
      .evaluate((label) => label.scrollWidth > label.clientWidth || label.scrollHeight > label.clientHeight),
  ).toBe(true)
  await bench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
  const whole = bench.locator('.wb-label-block-cut.is-whole')
  await expect.poll(async () => (await page.keyboard.press('F8'), whole.count()), { timeout: 20_000 }).toBe(1)
  const fits = await whole.evaluate((label) => {
    const { left, right } = label.getBoundingClientRect()
    const pane = label.closest('.wb-story')!.getBoundingClientRect()
    return label.scrollHeight <= label.clientHeight && left >= pane.left && right <= pane.right
  })
  expect(fits).toBe(true)
  await page.context().close()
})

it.for(screens.slice(1))(
  'at $width px the label of each step is whole while it is the current one',
  async ({ options }) => {
    const page = await stage.open('/ownership/borrow-deadline/', options)
    const { bench, status, askRustc, told } = await openWorkbench(page)
    await bench.locator('.view-line').first().waitFor()
    await askRustc()
    await expect.poll(told).toHaveLength(4)
    await bench.getByRole('textbox', { name: /the Rust you edit/ }).focus()
    for (const step of [1, 2, 3, 4]) {
      await page.keyboard.press('F8')
      await status.getByText(`${step} of 4`).waitFor()
      await expect.poll(() => currentLabels(page), { timeout: 5000 }).toEqual(['whole'])
    }
    await page.context().close()
  },
)

it('the label of a crash is one block with a bold headline', async () => {
  const page = await stage.open('/ownership/borrow-deadline/')
  const { bench, console, tab, button } = await openWorkbench(page)
  await tab('driver.c')
  await bench.locator('.view-line:visible').first().waitFor()
  await button('Run').click()
  await console.locator('.wb-serial-report').first().waitFor({ timeout: 60_000 })
  const crash = bench.locator('.wb-label-block-kernel', { hasText: 'BUG: KASAN' })
  await crash.waitFor()
  const weights = await crash
    .locator('.story-label')
    .evaluateAll((labels) => labels.map((it) => getComputedStyle(it).fontWeight))
  expect(weights[0]).toBe('700')
  expect(weights.slice(1)).not.toContain('700')
  await page.context().close()
})

it('on a phone the rail stands beside the line numbers, as high as the lines', async () => {
  const page = await stage.open('/ownership/borrow-deadline/', phone)
  const { bench, askRustc } = await openWorkbench(page)
  const editor = bench.getByRole('textbox', { name: /the Rust you edit/ })
  await editor.waitFor()
  await askRustc()
  const stop = bench.locator('.plain-gutter:visible .stop[data-number="3"]')
  await stop.waitFor({ state: 'attached' })
  const row = await stop.evaluate((it) => it.closest('.plain-row')!.textContent)
  expect(row).toBe('20')
  const lineHeight = await editor.evaluate((area) => Number.parseFloat(getComputedStyle(area).lineHeight))
  expect(await stop.evaluate((it) => it.closest('.plain-row')!.getBoundingClientRect().height)).toBe(
    lineHeight,
  )
  await page.context().close()
})

/** Of each label of the current step, whether its text fits into it. */
function currentLabels(page: Page): Promise<string[]> {
  return page
    .locator('.wb-label-block.is-whole:visible')
    .evaluateAll((blocks) =>
      blocks.map(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
        scrollWidth <= clientWidth && scrollHeight <= clientHeight ? 'whole' : 'cut',
      ),
    )
}

async function centreOf(page: Page, selector: string): Promise<[x: number, y: number]> {
  const { x, y, width, height } = (await page.locator(selector).boundingBox())!
  return [x + width / 2, y + height / 2]
}

type Places = Record<string, { left: number; top: number }>

/** Each way in which lines were moved. */
function movesOf(before: Places, after: Places): string[] {
  const both = Object.keys(before).filter((text) => after[text])
  const moves = both.map((text) => {
    const [from, to] = [before[text]!, after[text]!]
    return `${to.left - from.left}, ${to.top - from.top}`
  })
  return [...new Set(moves)]
}

/** Of each line that stands once, by its text. */
function placesOfCode(page: Page): Promise<Places> {
  return page.locator('.view-line:visible').evaluateAll((lines) => {
    const texts = lines.map(({ textContent }) => textContent)
    const once = lines.filter((_, index) => texts.indexOf(texts[index]!) === texts.lastIndexOf(texts[index]!))
    return Object.fromEntries(
      once.map((line) => {
        const { left, top } = line.getBoundingClientRect()
        return [line.textContent, { left, top: Math.round(top) }]
      }),
    )
  })
}

/** The labels that overlap the text of a line. */
function coveredCode(page: Page): Promise<string[]> {
  return page.locator('.wb-label-block:visible').evaluateAll((blocks) => {
    const texts = [...document.querySelectorAll('.view-line > span')].map((it) => it.getBoundingClientRect())
    const overlaps = (a: DOMRect, b: DOMRect) =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1
    return blocks
      .filter((it) => texts.some((text) => text.width > 0 && overlaps(it.getBoundingClientRect(), text)))
      .map((it) => it.textContent)
  })
}

it('a help of rustc stands among the problems where no button can do what it says', async () => {
  const page = await stage.open('/first-module/fallible-allocation/')
  const { askRustc, problems } = await openWorkbench(page)
  await askRustc()
  await problems.getByText('use the ? operator to extract').waitFor()
  await page.context().close()
})

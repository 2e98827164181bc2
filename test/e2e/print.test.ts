import type { Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { useStage } from './browser.ts'

const stage = useStage()
const lesson = '/ownership/move-is-freed-once/'

describe('a lesson on paper', () => {
  it('has its text, the whole of the code, the report, the refusal and the notes, and nothing that only works on a screen', async () => {
    const { text } = await printed(lesson)
    for (const part of [
      'Double free and moved values',
      'cmpxchg(&slot, NULL, msg)',
      'BUG: KASAN: double-free',
      'Allocated by task',
      'use of moved value',
      'value used here after move',
      'Whoever calls post has given the message away',
      'Read from a signature whether',
      'Which line will rustc refuse',
      'Nobody does, because nobody calls',
    ]) {
      expect(text).toContain(part)
    }
    for (const part of [
      'Skip to',
      'Playground',
      'Print this lesson',
      'show the whole file',
      'Run both',
      'open it when',
    ])
      expect(text).not.toContain(part)
  })

  it('has the whole start of a task, without a button, and no frame of a report that says nothing', async () => {
    const { text } = await printed('/ownership/borrow-deadline/')
    expect(text).toContain('println!("{}", log.take_worst());')
    expect(text).not.toContain('Ctrl+Enter')
    expect(text).toContain('Freed by task')
    expect(text).not.toContain('] ? ')
    expect(text).toMatch(/\d+ frames with a «\?», old values on the stack, are left out/)
  })

  it('leaves hints and answers out, until they are chosen', async () => {
    const hint = 'A function can give back only what it owns'
    const answer = 'One convention for both functions'
    const why = 'An assignment of a value that is not Copy moves it'
    const bare = await printed(lesson)
    for (const part of [hint, answer, why, 'on line 29 the message was given to post'])
      expect(bare.text).not.toContain(part)
    const { text } = await printed(lesson, async (page) => {
      await page.getByText('Print this lesson').click()
      await page.getByRole('checkbox', { name: 'with the hints' }).check()
      await page.getByRole('checkbox', { name: 'with answers and solutions' }).check()
    })
    for (const part of [hint, answer, why, 'on line 29 the message was given to post'])
      expect(text).toContain(part)
  })

  it('leaves the answers to tasks out too', async () => {
    const path = '/rust-for-c-readers/integers-and-casts/'
    const answer = await answerToFirstTask(path)
    expect((await printed(path)).text).not.toContain(answer)
    const { text } = await printed(path, async (page) => {
      await page.getByText('Print this lesson').click()
      await page.getByRole('checkbox', { name: 'with answers and solutions' }).check()
    })
    expect(text).toContain(answer)
  })

  it('has the whole start of a task that was worked on, and not what the reader wrote and answered', async () => {
    const { text } = await printed('/ownership/borrow-deadline/', async (page) => {
      await page.locator('.question .answer input').first().check()
      await writeIntoTask(page)
    })
    for (const part of ['struct Log', 'println!("{}", log.take_worst());', ', the start'])
      expect(text).toContain(part)
    for (const part of ['// mine', 'Nothing is copied in either case']) expect(text).not.toContain(part)
  })

  it('has what the reader wrote, once answers are chosen', async () => {
    const { text } = await printed('/ownership/borrow-deadline/', async (page) => {
      await writeIntoTask(page)
      await page.getByText('Print this lesson').click()
      await page.getByRole('checkbox', { name: 'with answers and solutions' }).check()
    })
    for (const part of ['// mine', 'println!("{}", log.take_worst());']) expect(text).toContain(part)
  })

  it('has the start of a project under its name, and not the driver that the reader wrote', async () => {
    const project = '/bindings-and-abstractions/project-logbook/'
    const write = async (page: Page) => {
      const editor = page.locator('.wb-editor-rust .monaco-editor')
      await editor.locator('.view-line').first().click({ timeout: 60_000 })
      await page.keyboard.press('Control+Home')
      await page.keyboard.insertText('// mine\n')
      await editor.getByText('// mine').waitFor()
    }
    const { text } = await printed(project, write)
    expect(text).toMatch(/driver\.rs, the start \/\/ SPDX/)
    expect(text).toContain('TODO')
    expect(text).not.toContain('// mine')
  })

  it('says on each sheet where it is from, for which versions, and which sheet it is', async () => {
    const { sheets } = await printed(lesson)
    sheets.forEach(({ text }, index) => {
      expect(text).toMatch(/No Oops · 3\.1 Double free and moved values/)
      expect(text).toMatch(/Linux 7\.3\.4, rustc 1\.85\.1/)
      expect(text).toContain(`${index + 1} of ${sheets.length}`)
    })
  })

  it.for([
    ['a pair', '/sharing-and-locking/data-in-the-lock/'],
    ['a drill', '/rust-for-c-readers/integers-and-casts/'],
    ['a port', '/sharing-and-locking/arc-and-kref/'],
    ['one that measures', '/traits-and-unsafe/generics-or-dyn/'],
    ['a review', '/traits-and-unsafe/review-unsafe/'],
    ['a report', '/first-module/gfp-flags-and-contexts/'],
    ['a project', '/userspace-interfaces/project-logbook/'],
    ['a recall', '/ownership/recall/'],
  ])('of %s leaves no sheet half empty but the last, and cuts no code off', async ([, path]) => {
    const { sheets } = await printed(path!)
    expect(sheets.length).toBeGreaterThan(2)
    const halfEmpty = sheets.flatMap(({ filled }, index) => (filled < 0.5 ? [index + 1] : []))
    expect(halfEmpty.filter((number) => number < sheets.length)).toEqual([])
    expect(sheets.filter(({ right }) => right > 1)).toEqual([])
  })

  it('has the words of its figures', async () => {
    const path = '/ownership/borrow-deadline/'
    const page = await stage.open(path)
    const words = await page.locator('article .figure-svg text').allTextContents()
    await page.context().close()
    expect(words.length).toBeGreaterThan(0)
    const { text } = await printed(path)
    for (const part of words) expect(text).toContain(oneLine(part).trim())
  })

  it('is as light in the dark', async () => {
    const page = await stage.open(lesson, { colorScheme: 'dark' })
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const colour = await page.evaluate(() => getComputedStyle(document.body).color)
    expect(colour).toBe('rgb(31, 35, 40)')
    await page.context().close()
  })
})

describe.each([
  [
    'a chapter',
    '/print/ownership/',
    ['Chapter 3: Ownership', 'Double free and moved values', 'Fields that nobody set'],
  ],
  ['the whole course', '/print/', ['Chapter 1: Orientation', 'Why a second language', 'Chapter 8']],
])('%s', (_, path, parts) => {
  it('prints as one handout, with every figure and no workbench', { timeout: 120_000 }, async () => {
    const { text, sheets } = await printed(path)
    for (const part of [...parts, 'use of moved value', 'BUG: KASAN']) {
      if (part !== 'use of moved value' || path !== '/print/') expect(text).toContain(part)
    }
    for (const part of ['Editing and running need JavaScript', 'First hint']) expect(text).not.toContain(part)
    // A figure that does not fit takes the next sheet.
    expect(sheets.slice(0, -1).filter(({ filled }) => filled < 0.4)).toEqual([])
    expect(sheets[0]!.text).toMatch(/No Oops · (Chapter 3: Ownership|The whole course)/)
  })
})

it('a chapter that is told in German prints in German', async () => {
  const { text, sheets } = await printed('/de/print/orientation/')
  for (const part of ['Kapitel 1: Orientierung', 'Warum eine zweite Sprache', 'BUG: KASAN'])
    expect(text).toContain(part)
  expect(sheets[0]!.text).toContain(`1 von ${sheets.length}`)
  expect(sheets[0]!.text).toContain('No Oops · Kapitel 1: Orientierung')
})

it('a lesson leads to its chapter and the course to print', async () => {
  const page = await stage.open(lesson)
  await page.getByText('Print this lesson').click()
  await page.getByRole('link', { name: 'the whole chapter' }).click()
  await page.waitForURL('**/print/ownership/')
  await page.getByRole('heading', { name: 'Double free and moved values', level: 1 }).waitFor()
  await page.context().close()
})

async function writeIntoTask(page: Page) {
  const task = page.locator('.task-editor').first()
  await task.locator('.src').first().click()
  await task.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 })
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('// mine')
  await page.keyboard.press('Enter')
}

interface Sheet {
  text: string
  /** Which part of the sheet's height has text above its end, and how far right text goes, in widths of the sheet. */
  filled: number
  right: number
}

async function printed(path: string, prepare?: (page: Page) => Promise<void>) {
  const page = await stage.open(path)
  await prepare?.(page)
  const bytes = new Uint8Array(
    await page.pdf({ format: 'A4', preferCSSPageSize: false, printBackground: true }),
  )
  await page.context().close()
  const pdf = await getDocumentProxy(bytes)
  const { text } = await extractText(pdf, { mergePages: false })
  const sheets = await Promise.all(text.map((text, index) => measure(pdf, index + 1, oneLine(text))))
  return { sheets, text: oneLine(text.join(' ')) }
}

async function answerToFirstTask(path: string): Promise<string> {
  const page = await stage.open(path)
  const words = await page.locator('.task-answer p').first().textContent()
  await page.context().close()
  return oneLine(words!).trim()
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** The margin at the foot, with address and number, is not counted. */
async function measure(pdf: Pdf, number: number, text: string): Promise<Sheet> {
  const page = await pdf.getPage(number)
  const [, , width, height] = page.view as [number, number, number, number]
  const { items } = await page.getTextContent()
  const placed = items.flatMap((item) =>
    'transform' in item && item.str.trim() !== ''
      ? { x: item.transform[4] as number, y: item.transform[5] as number, width: item.width }
      : [],
  )
  const foot = (18 / 297) * height
  const lowest = Math.min(...placed.map(({ y }) => y).filter((y) => y > foot))
  return {
    text,
    filled: (height - lowest) / height,
    right: Math.max(...placed.map(({ x, width }) => x + width)) / width,
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

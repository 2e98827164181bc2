import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useStage } from './browser.ts'
import { clipboard, openPlayground, type PlaygroundPage } from './playground-page.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()

describe('a link of the playground', () => {
  it('holds both sides, the commands, the kernel and the file in sight', async () => {
    const page = await stage.open('/playground/', clipboard)
    const playground = await openPlayground(page, 'kernel')
    await playground.choose('Language', 'both')
    await playground.choose('Kernel', 'lockdep')
    await playground.addFile('ring.h')
    await playground.editor('ring.h').waitFor()
    await playground.editor('ring.h').focus()
    await page.keyboard.insertText('/* shared ✓ */\n')
    await playground.file('boot.sh').click()
    await playground.editor('boot.sh').focus()
    await page.keyboard.insertText('echo before\n')
    await playground.file('ring.h').click()
    const link = await copiedLink(page, playground)
    await page.context().close()

    const other = await stage.open('/')
    await other.goto(link)
    const there = await openPlayground(other)
    await there.editor('ring.h').waitFor()
    expect(await there.file('ring.h').getAttribute('aria-selected')).toBe('true')
    await expect.poll(there.drawn, { timeout: 20_000 }).toContain('shared ✓')
    for (const name of ['driver.c', 'driver.rs', 'boot.sh']) await there.file(name).waitFor()
    const chosen = ['Target', 'Language', 'Kernel'].map((name) =>
      there.bench.getByLabel(name, { exact: true }).inputValue(),
    )
    expect(await Promise.all(chosen)).toEqual(['kernel', 'both', 'lockdep'])
    await there.file('boot.sh').click()
    await expect.poll(() => there.editor('boot.sh').inputValue()).toContain('echo before')
    await other.context().close()
  })

  it.each([
    ['/playground/', '#work1=damaged', /This link is damaged/],
    ['/playground/', '#work9=anything', /made by a newer version/],
    ['/ownership/borrow-deadline/', '#work9=anything', /made by a newer version/],
  ])('such as %s%s says what is wrong with it, and the reader’s own work stays', async (path, hash, says) => {
    const page = await stage.open(path)
    const { bench, write, drawn } = await openPlayground(page)
    await write('fn main() { println!("mine"); }')
    await bench.getByText('Saved in this browser').waitFor()
    await page.goto(stage.url(`${path}${hash}`))
    await page.reload()
    await openWorkbench(page)
    await bench.getByText(says).waitFor()
    await expect.poll(drawn).toContain('mine')
    await page.context().close()
  })

  it('is shown as a QR code for a room, with its size told where it is too long', async () => {
    const page = await stage.open('/playground/')
    const { bench, write, menu } = await openPlayground(page)
    await menu('QR code')
    const dialog = page.getByRole('dialog', { name: 'QR code of the link' })
    await dialog.getByRole('img').waitFor()
    expect((await dialog.getByRole('img').boundingBox())!.width).toBeGreaterThan(300)
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog.count()).toBe(0)
    const noise = Array.from({ length: 6000 }, () => Math.random().toString(36)[2]).join('')
    await write(`// ${noise}\nfn main() {}\n`)
    await menu('QR code')
    await bench.getByText(/a QR code holds 2953/).waitFor()
    await page.context().close()
  })

  it('brings along what a lesson gives beside its driver, until the reader does without', async () => {
    const page = await stage.open('/driver-model-and-hardware/probe-and-unbind/')
    const { menu, tab } = await openWorkbench(page)
    await tab('driver.c')
    await menu('Open in the playground')
    await page.waitForURL(/\/playground\/#work1=/)
    const { bench, button, console } = await openPlayground(page)
    await bench.getByText('Each kernel has meters.c of the lesson «Probe, unbind, and a device').waitFor()
    await button('Run both').click()
    await console.getByText('meter meter.0: 4 channels off').first().waitFor()
    await bench.getByRole('button', { name: 'Without it' }).click()
    await expect.poll(() => bench.getByText('Each kernel has').count()).toBe(0)
    await page.reload()
    await bench.getByRole('tab', { name: /driver\.c/ }).waitFor()
    expect(await bench.getByText('Each kernel has').count()).toBe(0)
    await page.context().close()
  })

  it('leads from a lesson to the playground with the reader’s own code, and back to the lesson', async () => {
    const page = await stage.open('/ownership/borrow-deadline/', clipboard)
    const { bench, write, menu, tab } = await openWorkbench(page)
    await tab('main.rs')
    await write('//! My own.\n')
    await menu('Copy link')
    await bench.getByText('Link copied.').waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    await menu('Open in the playground')
    await page.waitForURL(/\/playground\/#work1=/)
    const playground = await openPlayground(page)
    await expect.poll(playground.drawn).toContain('My own.')
    await playground.choose('Target', 'kernel')
    await playground.file('driver.c').waitFor()
    await page.goto(stage.url('/ownership/borrow-deadline/'))
    const back = await openWorkbench(page)
    await back.tab('driver.c')
    await back.menu('Open in the playground')
    await page.waitForURL(/\/playground\/#work1=/)
    await openPlayground(page)
    await expect.poll(() => playground.file('driver.c').getAttribute('aria-selected')).toBe('true')
    await page.context().close()

    const other = await stage.open(new URL(link).pathname + new URL(link).hash)
    const lesson = await openWorkbench(other)
    await lesson.bench.getByText('The code of the link is in the editors.').waitFor()
    await lesson.bench.getByRole('textbox', { name: /the Rust you edit/ }).waitFor()
    await expect.poll(lesson.drawn).toContain('My own.')
    await lesson.bench.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(lesson.drawn).not.toContain('My own.')
    await lesson.write('//! Of another.\n')
    await lesson.bench.getByText('Saved in this browser').waitFor()
    await other.reload()
    const again = await openWorkbench(other)
    await again.bench.getByText(/This link holds other code for this lesson/).waitFor()
    await again.bench.getByRole('textbox', { name: /the Rust you edit/ }).waitFor()
    await expect.poll(again.drawn).toContain('Of another.')
    await again.bench.getByRole('button', { name: 'Use it here' }).click()
    await expect.poll(again.drawn).toContain('My own.')
    await other.context().close()
  })

  it('of a lesson is its address with the side, and holds only what was changed', async () => {
    const page = await stage.open('/ownership/borrow-deadline/', clipboard)
    const { bench, menu, tab } = await openWorkbench(page)
    await tab('driver.c')
    const copied = async (says: RegExp) => {
      await menu('Copy link')
      await bench.getByText(says).waitFor()
      return page.evaluate(() => navigator.clipboard.readText())
    }
    const given = new URL(await copied(/leads to the lesson as it is given/))
    expect(given.search + given.hash).toBe('?side=c')
    await bench.getByRole('textbox', { name: /the C you edit/ }).focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.insertText('/* mine */\n')
    const edited = new URL(await copied(/It holds all files/))
    expect(edited.hash).toMatch(/^#edits1=[\w-]{20,300}$/)
    await bench.getByRole('button', { name: 'QR code' }).click()
    await page.getByRole('dialog', { name: 'QR code of the link' }).getByText('borrow-deadline').waitFor()
    await page.context().close()

    const other = await stage.open(edited.pathname + edited.search + edited.hash)
    const there = await openWorkbench(other)
    const code = there.bench.getByRole('textbox', { name: /the C you edit/ })
    await code.focus()
    // The editor brings the first step into sight by itself, at any time after the lesson is open.
    const drawnAtTop = async () => {
      await other.keyboard.press('Control+Home')
      return there.drawn()
    }
    await expect.poll(drawnAtTop, { timeout: 10_000 }).toContain('/* mine */')
    await other.context().close()
  })
})

describe('the program of a link', () => {
  it('is told from the reader’s own, and what was changed of it is found again', async () => {
    const page = await stage.open('/playground/', clipboard)
    const playground = await openPlayground(page)
    await playground.write('fn main() { println!("of the link"); }')
    const link = await copiedLink(page, playground)
    await page.context().close()

    const other = await stage.open('/')
    await other.goto(link)
    const { bench, write, drawn } = await openPlayground(other)
    await bench.getByText(/This program came in a link\. What you change/).waitFor()
    await write('fn main() { println!("my change"); }')
    await bench.getByText(/came in a link, and you changed it/).waitFor()
    await bench.getByText('Saved in this browser').waitFor()
    await bench.getByRole('link', { name: 'My own playground' }).click()
    await bench.getByText(/This is your own playground/).waitFor()
    expect(await drawn()).not.toContain('my change')
    await bench.getByRole('link', { name: 'Open that program' }).click()
    await expect.poll(drawn).toContain('my change')
    await bench.getByRole('button', { name: 'The link’s own code' }).click()
    await expect.poll(drawn).toContain('of the link')
    await bench.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(drawn).toContain('my change')
    await other.context().close()
  })

  it('that is damaged is not called the reader’s own where nothing is', async () => {
    const page = await stage.open('/playground/#work1=damaged')
    const { bench } = await openPlayground(page)
    await bench.getByText(/This link is damaged/).waitFor()
    expect(await bench.locator('.wb-toast').innerText()).not.toContain('your own')
    await page.context().close()
  })
})

describe('from a lesson one gets to the playground with its code', () => {
  let page: Page
  beforeAll(async () => {
    page = await stage.open('/')
    // The same links, without the weight of the large editor on each page.
    await page.evaluate(() => localStorage.setItem('no-oops:editor', '"plain"'))
  })
  afterAll(() => page.context().close())

  it.for([
    ['a pair', '/first-module/printing/', 'driver.rs'],
    ['one that is wrong', '/ownership/slices-and-bounds/', 'main.rs'],
    ['one with a report', '/first-module/gfp-flags-and-contexts/', 'driver.rs'],
    ['one that is ported', '/sharing-and-locking/arc-and-kref/', 'driver.rs'],
    ['one that measures', '/traits-and-unsafe/generics-or-dyn/', 'driver.rs'],
    ['a project', '/userspace-interfaces/project-logbook/', 'driver.rs'],
  ] as const)('such as %s', async ([, path, root]) => {
    await page.goto(stage.url(path))
    const { bench, menu, button } = await openWorkbench(page)
    const code = await bench.getByRole('textbox', { name: `${root}, the Rust you edit` }).inputValue()
    await menu('Open in the playground')
    await page.waitForURL(/\/playground\/#work1=/)
    await button('Format').waitFor()
    const target = await bench.getByLabel('Target', { exact: true }).inputValue()
    expect(target).toBe(root === 'driver.rs' ? 'kernel' : 'userspace')
    const { editor, file } = await openPlayground(page)
    await file(root).click()
    await expect.poll(() => editor(root).inputValue()).toBe(code)
  })

  it.for([
    ['a drill', '/rust-for-c-readers/integers-and-casts/', 'add-mut'],
    ['a recall', '/rust-for-c-readers/recall/', 'mode-of'],
    ['a review', '/traits-and-unsafe/review-unsafe/', 'repair-the-ring'],
    ['a pair', '/ownership/move-is-freed-once/', 'relay'],
  ] as const)('such as a task of %s', async ([, path, name]) => {
    await page.goto(stage.url(path))
    const task = page.getByRole('region', { name: `Editor of ${name}` })
    await task.locator('.wb-static .line').first().click()
    const code = await task.getByRole('textbox').inputValue()
    await task.getByRole('button', { name: 'Open in the playground' }).click()
    await page.waitForURL(/\/playground\/#work1=/)
    const { editor } = await openPlayground(page)
    await expect.poll(() => editor('main.rs').inputValue()).toContain(code)
  })
})

async function copiedLink(page: Page, { bench, button }: PlaygroundPage) {
  await button('Copy link').click()
  await bench.getByText('Link copied.').waitFor()
  return page.evaluate(() => navigator.clipboard.readText())
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { phone, useStage } from './browser.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] }

/** The playground with what one does in it; its target is the kernel if that is asked for. */
async function openPlayground(page: Page, target?: 'kernel') {
  const workbench = await openWorkbench(page)
  const { bench } = workbench
  await bench.getByRole('button', { name: /^Run( both)?$/ }).waitFor()
  const choose = (label: string, option: string) =>
    bench.getByLabel(label, { exact: true }).selectOption(option)
  if (target) await choose('Target', target)
  return {
    ...workbench,
    choose,
    file: (name: string) => bench.getByRole('tab', { name: new RegExp(`(^| )${name}$`) }),
    editor: (name: string) => bench.getByRole('textbox', { name: new RegExp(`^${name},`) }),
    async addFile(name: string) {
      await workbench.menu('Add a file')
      await page.getByRole('dialog').getByRole('textbox').fill(name)
      await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click()
    },
  }
}

async function copiedLink(page: Page, { bench, button }: Awaited<ReturnType<typeof openPlayground>>) {
  await button('Copy link').click()
  await bench.getByText('Link copied.').waitFor()
  return page.evaluate(() => navigator.clipboard.readText())
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  })
}

describe('a driver in the playground', () => {
  it('that begins as a misc device boots, and has its functions measured and read', async () => {
    const page = await stage.open('/playground/')
    const { bench, console, button, choose } = await openPlayground(page, 'kernel')
    await choose('Begin with', 'misc')
    await bench.getByText('“Misc device” is in the editors now.').waitFor()
    await button('Run').click()
    await expect.poll(() => console.innerText(), { timeout: 60_000 }).toMatch(/^hello$/m)
    await button('Size').click()
    await button('Measure').click()
    const sizes = bench.getByRole('region', { name: 'Sizes of driver.rs' })
    await sizes
      .getByRole('button', { name: /write_iter/ })
      .first()
      .click()
    await bench.getByRole('group', { name: 'Instructions' }).getByText('retq').first().waitFor()
    await button('All functions').click()
    await sizes.waitFor()
    await page.context().close()
  })

  it('stands in C and Rust beside each other where there is room, and both are run', async () => {
    const page = await stage.open('/playground/')
    const { bench, console, button, choose, editor } = await openPlayground(page, 'kernel')
    await choose('Begin with', 'twin')
    await editor('driver.c').waitFor()
    await editor('driver.rs').waitFor()
    const [c, rust] = await Promise.all([editor('driver.c').boundingBox(), editor('driver.rs').boundingBox()])
    expect(c!.x + 100).toBeLessThan(rust!.x)
    await button('Run both').click()
    await expect.poll(() => console.getByText('hello', { exact: true }).count(), { timeout: 60_000 }).toBe(2)
    await button('Size').click()
    await button('Measure').click()
    for (const side of ['driver.c', 'driver.rs'])
      await bench
        .getByRole('region', { name: `Sizes of ${side}` })
        .getByRole('table')
        .waitFor()
    await page.setViewportSize({ width: 900, height: 900 })
    await expect.poll(() => editor('driver.c').isVisible()).toBe(false)
    await page.context().close()
  })

  it('keeps its texts when kernel and language change, apart from the program in userspace', async () => {
    const page = await stage.open('/playground/')
    const { bench, write, choose, editor, file, drawn } = await openPlayground(page)
    await write('fn main() { println!("mine"); }')
    await choose('Target', 'kernel')
    await choose('Language', 'c')
    await editor('driver.c').waitFor()
    await write('/* mine, in C */\n')
    await choose('Kernel', 'lockdep')
    await expect.poll(drawn).toContain('mine, in C')
    await choose('Target', 'userspace')
    await expect.poll(drawn).toContain('println!("mine")')
    await page.reload()
    await expect.poll(drawn).toContain('println!("mine")')
    await choose('Target', 'kernel')
    await file('driver.c').waitFor()
    await expect.poll(drawn).toContain('mine, in C')
    expect(await bench.getByLabel('Kernel', { exact: true }).inputValue()).toBe('lockdep')
    await page.context().close()
  })

  it('can be replaced by a template, and that can be undone', async () => {
    const page = await stage.open('/playground/')
    const { bench, write, choose, drawn } = await openPlayground(page)
    await write('fn main() { println!("mine"); }')
    await choose('Begin with', 'blank')
    await expect.poll(drawn).not.toContain('mine')
    await bench.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(drawn).toContain('mine')
    await page.context().close()
  })
})

describe('several files', () => {
  it('are added, told of in their own code, renamed and removed', async () => {
    const page = await stage.open('/playground/')
    const playground = await openPlayground(page)
    const { bench, write, addFile, file, editor, menu, drawn, problems } = playground
    await write('mod ring;\n\nfn main() {\n    ring::turn();\n}\n')
    await addFile('ring.rs')
    await editor('ring.rs').waitFor()
    await write('pub fn turn() {\n    let n: u8 = "one";\n}\n')
    await problems.getByText('mismatched types').first().waitFor()
    await expect.poll(() => playground.told().then((told) => told.join())).toMatch(/expected .?u8/)
    await file('main.rs').click()
    await problems
      .getByRole('link', { name: /ring\.rs/ })
      .first()
      .click()
    await expect.poll(() => file('ring.rs').getAttribute('aria-selected')).toBe('true')
    await menu('Rename ring.rs')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('main.rs')
    await dialog.getByRole('button', { name: 'OK' }).click()
    await dialog.getByText('There is a main.rs already.').waitFor()
    await dialog.getByRole('textbox').fill('wheel.rs')
    await dialog.getByRole('button', { name: 'OK' }).click()
    await file('wheel.rs').waitFor()
    await expect.poll(drawn).toContain('let n: u8')
    await menu('Remove wheel.rs')
    await expect.poll(() => file('wheel.rs').count()).toBe(0)
    await bench.getByRole('button', { name: 'Undo' }).click()
    await file('wheel.rs').waitFor()
    await page.context().close()
  })
})

describe('the tools', () => {
  it('format with rustfmt and clang-format, by key too', async () => {
    const page = await stage.open('/playground/')
    const { bench, write, choose, editor, button, drawn } = await openPlayground(page)
    await write('fn main(){println!( "{}",1 )}')
    await button('Format').click()
    await bench.getByText('main.rs was formatted.').waitFor()
    await expect.poll(drawn).toContain('println!("{}", 1)')
    await choose('Target', 'kernel')
    await choose('Language', 'c')
    await editor('driver.c').waitFor()
    await write('int a(void)\n{\n  return 1 ;\n}\n')
    await page.keyboard.press('Shift+Alt+KeyF')
    await bench.getByText('driver.c was formatted.').waitFor()
    await expect.poll(drawn).toContain('return 1;')
    await page.context().close()
  })

  it('say of a text that rustfmt can’t read what is wrong, and leave it', async () => {
    const page = await stage.open('/playground/')
    const { bench, write, button, drawn } = await openPlayground(page)
    await write('fn main( {')
    await button('Format').click()
    await bench.getByText(/rustfmt can’t read main\.rs: error/).waitFor()
    expect(await drawn()).toContain('fn main( {')
    await page.context().close()
  })

  it('ask clippy, and know the editions', async () => {
    const page = await stage.open('/playground/')
    const { write, choose, button, status, problems } = await openPlayground(page)
    await write(
      'fn main() {\n    let n = Some(1).unwrap();\n    if (n == 1) == true {\n        println!("one");\n    }\n}\n',
    )
    await status.getByText(/accepts/).waitFor()
    await button('Clippy').click()
    await problems
      .getByText(/equality checks against/)
      .first()
      .waitFor()
    await write('fn main() { let gen = 1; println!("{gen}"); }')
    await status.getByText(/accepts/).waitFor()
    await choose('Edition', '2024')
    await problems
      .getByText(/reserved keyword/)
      .first()
      .waitFor()
    await page.context().close()
  })
})

describe('a link', () => {
  it('holds both sides, the commands, the kernel and the file in sight', async () => {
    const page = await stage.open('/playground/', clipboard)
    const playground = await openPlayground(page, 'kernel')
    await playground.choose('Language', 'both')
    await playground.choose('Kernel', 'lockdep')
    await playground.addFile('ring.h')
    await playground.editor('ring.h').waitFor()
    await playground.editor('ring.h').focus()
    await page.keyboard.insertText('/* shared ✓ */\n')
    const link = await copiedLink(page, playground)
    await page.context().close()

    const other = await stage.open('/')
    await other.goto(link)
    const there = await openPlayground(other)
    await expect.poll(() => there.file('ring.h').getAttribute('aria-selected')).toBe('true')
    await expect.poll(() => there.editor('ring.h').isVisible()).toBe(true)
    for (const name of ['driver.c', 'driver.rs', 'boot.sh']) await there.file(name).waitFor()
    expect(await there.bench.getByLabel('Kernel', { exact: true }).inputValue()).toBe('lockdep')
    await other.context().close()
  })

  it.each([
    ['#work1=damaged', /This link is damaged/],
    ['#work9=anything', /made by a newer version/],
  ])('such as %s says what is wrong with it, and the reader’s own work stays', async (hash, says) => {
    const page = await stage.open('/playground/')
    const { bench, write, drawn } = await openPlayground(page)
    await write('fn main() { println!("mine"); }')
    await bench.getByText('Saved in this browser').waitFor()
    await page.goto(stage.url(`/playground/${hash}`))
    await bench.getByText(says).waitFor()
    await expect.poll(drawn).toContain('mine')
    await page.reload()
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
    await page.context().close()

    const other = await stage.open(new URL(link).pathname + new URL(link).hash)
    const lesson = await openWorkbench(other)
    await lesson.bench.getByText(/This link holds other code for this lesson/).waitFor()
    expect(await lesson.bench.getByRole('tabpanel', { name: /main\.rs/ }).innerText()).not.toContain(
      'My own.',
    )
    await lesson.bench.getByRole('button', { name: 'Use it here' }).click()
    await expect.poll(lesson.drawn).toContain('My own.')
    await lesson.bench.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(lesson.drawn).not.toContain('My own.')
    await other.context().close()
  })
})

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each([
    ['a desktop', {}],
    ['a phone', phone],
  ])('axe finds nothing beside sizes and assembly on %s', async (_, options) => {
    const page = await stage.open('/playground/', { ...options, colorScheme, bypassCSP: true })
    const { bench, choose, button, menu } = await openPlayground(page, 'kernel')
    await choose('Begin with', 'twin')
    await bench.getByText('is in the editors now.').waitFor()
    await menu('Size')
    await button('Measure').click()
    const sizes = bench.getByRole('region', { name: 'Sizes of driver.c' })
    await sizes.getByRole('table').waitFor()
    expect(await violations(page)).toEqual([])
    await sizes.getByRole('button', { name: 'note_read' }).click()
    await bench.getByRole('group', { name: 'Instructions' }).getByText('retq').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })
})

it('the playground of a driver does not scroll sideways on a phone', async () => {
  const page = await stage.open('/playground/', phone)
  const { choose } = await openPlayground(page, 'kernel')
  await choose('Language', 'both')
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
    .toBeLessThanOrEqual(0)
  await page.context().close()
})

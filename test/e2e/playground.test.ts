import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { root } from '#scripts/root.ts'
import { phone, useStage } from './browser.ts'
import { openPlayground } from './playground-page.ts'

const stage = useStage()
const misc = readFileSync(join(root, 'src/playground/project/templates/misc/driver.rs'), 'utf8')

describe('a driver in the playground', () => {
  it('that begins as a misc device boots, and has its functions measured and read', async () => {
    const page = await stage.open('/playground/')
    const { bench, console, button, begin, write } = await openPlayground(page, 'kernel')
    await begin('Misc device')
    await bench.getByText('«Misc device» is in the editors now.').waitFor()
    await button('Run').click()
    await expect.poll(() => console.innerText(), { timeout: 60_000 }).toMatch(/^hello$/m)
    await button('Size').click()
    await button('Measure').click()
    const sizes = bench.getByRole('region', { name: 'Sizes of driver.rs' })
    await sizes
      .getByRole('button', { name: /write_iter/ })
      .first()
      .click()
    const listing = bench.getByRole('group', { name: 'Instructions' })
    await listing.getByText('retq').first().waitFor()
    await expectSourceLines(listing, misc.split('\n'))
    const listed = bench.getByRole('region', { name: /^Assembly of/ })
    await write('// Nothing of it is left.\n')
    await listed.getByText('The code has changed since.').waitFor()
    expect(await listing.getByRole('link').count(), 'a place in older code leads nowhere').toBe(0)
    await expect.poll(() => listing.innerText()).toContain('retq')
    await button('All functions').click()
    await sizes.waitFor()
    await page.context().close()
  })

  it('stands in C and Rust beside each other where there is room, and both are run', async () => {
    const page = await stage.open('/playground/')
    const { bench, console, button, begin, editor } = await openPlayground(page, 'kernel')
    await begin('C and its Rust twin')
    await editor('driver.c').waitFor()
    await editor('driver.rs').waitFor()
    const [c, rust] = await Promise.all([editor('driver.c').boundingBox(), editor('driver.rs').boundingBox()])
    expect(c!.x + 100).toBeLessThan(rust!.x)
    await button('Run both').click()
    await expect.poll(() => console.getByText('hello', { exact: true }).count(), { timeout: 60_000 }).toBe(2)
    await button('Size').click()
    await button('Measure').click()
    const tables = ['driver.c', 'driver.rs'].map((side) =>
      bench.getByRole('region', { name: `Sizes of ${side}` }).getByRole('table'),
    )
    for (const table of tables) await table.waitFor()
    const [ofC, ofRust] = await Promise.all(tables.map(async (table) => (await table.boundingBox())!))
    expect(ofC!.x + ofC!.width, 'the sizes of C stand beside those of Rust').toBeLessThanOrEqual(ofRust!.x)
    expect(ofC!.y).toBe(ofRust!.y)
    const rows = tables[0]!.locator('tbody tr')
    expect(await rows.first().innerText(), 'each function has its bytes').toMatch(/^note_\w+\s+\d+$/)
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
    const { bench, write, begin, drawn } = await openPlayground(page)
    await write('fn main() { println!("mine"); }')
    await begin('Blank program')
    await expect.poll(drawn).not.toContain('mine')
    await bench.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(drawn).toContain('mine')
    await page.context().close()
  })

  it('keeps what was written for the other target, when a template of that is undone', async () => {
    const page = await stage.open('/playground/')
    const { bench, write, begin, choose, editor, drawn } = await openPlayground(page, 'kernel')
    await editor('driver.rs').waitFor({ state: 'attached' })
    await write('// mine\n')
    await choose('Target', 'userspace')
    await editor('main.rs').waitFor({ state: 'attached' })
    await begin('Minimal module')
    await bench.getByRole('button', { name: 'Undo' }).click()
    await editor('main.rs').waitFor({ state: 'attached' })
    await choose('Target', 'kernel')
    await editor('driver.rs').waitFor({ state: 'attached' })
    await expect.poll(drawn, { timeout: 10_000 }).toContain('// mine')
    await page.context().close()
  })

  it('keeps the reader’s own while they go by arrow keys, and Undo brings it back after two templates', async () => {
    const page = await stage.open('/playground/')
    const { bench, write, begin, drawn } = await openPlayground(page)
    await write('fn main() { println!("mine"); }')
    const templates = bench.getByRole('button', { name: 'Begin with a template' })
    await templates.focus()
    for (const key of ['Enter', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Escape']) await page.keyboard.press(key)
    await bench.getByText('Saved in this browser').waitFor()
    expect(await drawn()).toContain('mine')
    await begin('Program')
    await bench.getByText('«Program» is in the editors now.').waitFor()
    await begin('Blank program')
    await bench.getByText('«Blank program» is in the editors now.').waitFor()
    await bench.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(drawn).toContain('mine')
    await page.context().close()
  })
})

describe('several files', () => {
  it('are added, told of in their own code, renamed and removed', async () => {
    const page = await stage.open('/playground/')
    const playground = await openPlayground(page)
    const { bench, write, addFile, file, menu, drawn, problems } = playground
    await write('mod ring;\n\nfn main() {\n    ring::turn();\n}\n')
    await addFile('ring.rs')
    await expect
      .poll(() => page.evaluate(() => document.activeElement!.closest('[role="tabpanel"]')?.id))
      .toBe('wb-file-ring.rs')
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

it('line numbers and marks of the plain editor follow the text, also after a file was added', async () => {
  const page = await stage.open('/playground/', phone)
  const { editor, file, addFile } = await openPlayground(page)
  await editor('main.rs').fill('fn main() {\n    let n: u8 = "one";\n}\n')
  await addFile('ring.rs')
  await editor('ring.rs').waitFor()
  await file('main.rs').click()
  await editor('main.rs').fill('// one\n// two\nfn main() {\n    let n: u8 = "one";\n}\n')
  const gutter = page.locator('#wb-file-main\\.rs .plain-row')
  await expect.poll(() => gutter.count()).toBe(6)
  await expect.poll(() => gutter.nth(3).locator('.story-margin > *').count()).toBeGreaterThan(0)
  expect(await gutter.nth(1).locator('.story-margin > *').count()).toBe(0)
  await page.context().close()
})

describe('the playground of a driver', () => {
  it.for([
    ['a phone', phone],
    ['820 × 1180', { viewport: { width: 820, height: 1180 } }],
    ['1280 × 720', { viewport: { width: 1280, height: 720 } }],
    ['1440 × 900', { viewport: { width: 1440, height: 900 } }],
    ['1920 × 1080', { viewport: { width: 1920, height: 1080 } }],
  ] as const)(
    'has all its choices and buttons in sight on %s, and nothing scrolls sideways',
    async ([, options]) => {
      const page = await stage.open('/playground/', options)
      const { bench, choose, button } = await openPlayground(page, 'kernel')
      await choose('Language', 'both')
      const ways = ['Format', 'Clippy', 'Size', 'Copy link', 'Menu'].map((name) => button(name))
      const run = bench.getByRole('button', { name: /^Run( both)?$/ })
      const labels = ['Target', 'Language', 'Kernel'].map((name) => bench.getByLabel(name, { exact: true }))
      for (const part of [...labels, button('Begin with a template'), run]) await expectInWindow(part)
      for (const part of ways) if (options !== phone) await expectInWindow(part)
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
        .toBeLessThanOrEqual(0)
      await page.context().close()
    },
  )

  it.for([
    ['Minimal module', /unloaded/],
    ['Blank module', /# rmmod driver/],
  ] as const)('begins with «%s», which boots', async ([template, says]) => {
    const page = await stage.open('/playground/')
    const { bench, console, button, begin } = await openPlayground(page, 'kernel')
    await begin(template)
    await bench.getByText(`«${template}» is in the editors now.`).waitFor()
    await button('Run').click()
    await expect.poll(() => console.innerText(), { timeout: 60_000 }).toMatch(says)
    await expect.poll(() => console.innerText()).toMatch(/ran to its end/)
    await page.context().close()
  })
})

async function expectInWindow(part: Locator) {
  const { x, width } = (await part.boundingBox())!
  expect(x).toBeGreaterThanOrEqual(0)
  expect(x + width).toBeLessThanOrEqual(part.page().viewportSize()!.width)
}

/** The lines that stand above instructions are those of the source, with their numbers. */
async function expectSourceLines(listing: Locator, source: string[]) {
  const places = listing.locator('.wb-listing-source', { has: listing.page().getByRole('link') })
  await places.first().waitFor()
  for (const place of await places.all()) {
    const line = /line (\d+)/.exec(await place.getByRole('link').innerText())![1]
    expect(await place.locator('code').innerText()).toBe(source[Number(line) - 1]!.trim())
  }
}

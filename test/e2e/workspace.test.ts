import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { phone, useStage } from './browser.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
/** A Worker, a terminal and a compiler have to start first. */
const inTime = { timeout: 20_000 }

/** The workspace with its terminal, ready to be typed into. */
async function openWorkspace(page: Page) {
  // Whoever comes from a lesson has its workbench still before them.
  await page.waitForURL(/\/workspace\/([?#]|$)/)
  const workbench = await openWorkbench(page)
  const terminal = page.getByRole('region', { name: 'Terminal' })
  const rows = terminal.locator('.xterm-rows')
  const tree = page.getByRole('navigation', { name: 'Files of the project' })
  const dialog = page.getByRole('dialog')
  // What is out of sight is not drawn.
  await terminal.scrollIntoViewIfNeeded()
  await expect.poll(() => rows.innerText(), inTime).toContain('$')
  return {
    ...workbench,
    tree,
    /** What the terminal shows, with plain spaces. */
    screen: async () => (await rows.innerText()).replaceAll('\u00a0', ' '),
    async type(line: string) {
      await terminal.locator('.xterm-helper-textarea').focus()
      await page.keyboard.type(line)
      await page.keyboard.press('Enter')
    },
    file: (name: string) => tree.getByRole('button', { name, exact: true }),
    async name(text: string) {
      await dialog.getByRole('textbox').fill(text)
      await dialog.getByRole('button', { name: 'OK' }).click()
    },
  }
}

describe('the workspace', () => {
  it('has the files of the editor in the terminal, and those of the terminal in the editor', async () => {
    const page = await stage.open('/workspace/')
    const { type, screen, write, drawn, file, tree } = await openWorkspace(page)
    await write('// from the editor\n')
    await type('cat driver.rs')
    await expect.poll(screen, inTime).toMatch(/^\/\/ from the editor$/m)
    await type('echo "// from the terminal" >> driver.rs; cp driver.rs notes/copy.txt')
    await expect.poll(drawn, inTime).toContain('// from the terminal')
    await expect.poll(drawn, inTime).toContain('// from the editor')
    await file('copy.txt').click()
    await expect
      .poll(() => page.getByRole('textbox', { name: /^notes\/copy.txt/ }).inputValue(), inTime)
      .toContain('// from the terminal')
    await type('rm -r notes')
    await expect.poll(() => tree.getByText('copy.txt').count(), inTime).toBe(0)
    await page.context().close()
  })

  it('adds, renames and removes files, refuses names that lead out of it, and has all of it after a reload', async () => {
    const page = await stage.open('/workspace/')
    const { tree, name, file, bench, screen, type } = await openWorkspace(page)
    await tree.getByRole('button', { name: 'Add' }).click()
    await name('../out.rs')
    await page.getByRole('dialog').getByText('A file can’t stand outside of the project').waitFor()
    await name('ring/slots.rs')
    await file('slots.rs').waitFor()
    await tree.getByRole('button', { name: 'Rename' }).click()
    await name('ring/wheel.rs')
    await file('wheel.rs').waitFor()
    await file('driver.c').click()
    await tree.getByRole('button', { name: 'Remove' }).click()
    await bench.getByText('driver.c was removed.').waitFor()
    await type('ls ring')
    await expect.poll(screen, inTime).toMatch(/^wheel\.rs$/m)
    await page.reload()
    await openWorkspace(page)
    await file('wheel.rs').waitFor()
    expect(await file('driver.c').count()).toBe(0)
    await page.context().close()
  })

  it('tells the story of a refusal in the open file, of a program in a folder too', async () => {
    const page = await stage.open('/workspace/')
    const { type, file, told, bench } = await openWorkspace(page)
    await type(`mkdir ring; echo 'fn main() { let n: u8 = "one"; }' > ring/main.rs`)
    await file('main.rs').click()
    await expect.poll(() => told().then((all) => all.join()), inTime).toMatch(/expected .?u8/)
    await bench
      .getByRole('region', { name: 'Problems of ring/main.rs' })
      .getByText('mismatched types')
      .waitFor()
    await page.context().close()
  })

  it('checks in the terminal what stands in the editor: refused, fixed, accepted, and booted', async () => {
    const page = await stage.open('/workspace/')
    const { type, screen, write, file } = await openWorkspace(page)
    await file('driver.rs').click()
    const fine = await page.evaluate(() => localStorage.getItem('no-oops:code:workspace/driver.rs'))
    const { text } = JSON.parse(fine!) as { text: string }
    await write(text.replace('const LONGEST: usize = 256;', 'const LONGEST: usize = "256";'))
    await type('no-oops check driver.rs; echo ended with $?')
    await expect.poll(screen, inTime).toContain('mismatched types')
    await expect.poll(screen, inTime).toMatch(/^ended with 1$/m)
    await type('clear')
    await write(text)
    await type('no-oops check driver.rs && no-oops boot driver.rs; echo ended with $?')
    await expect.poll(screen, { timeout: 60_000 }).toMatch(/^ended with 0$/m)
    expect(await screen()).toMatch(/^hello$/m)
    await page.context().close()
  }, 120_000)

  it('has a shell in a kernel, to which each key goes, and is back at its own prompt after it', async () => {
    const page = await stage.open('/workspace/')
    const { type, screen } = await openWorkspace(page)
    await type('no-oops shell driver.c')
    await expect.poll(screen, { timeout: 60_000 }).toContain('~ #')
    await page.keyboard.type('insm')
    await page.keyboard.press('Tab')
    await page.keyboard.type('driver.ko; echo loaded-$?\r')
    await expect.poll(screen, inTime).toContain('loaded-0')
    await page.keyboard.type('sleep 1000\r')
    await page.keyboard.press('Control+C')
    await page.keyboard.type('echo it is $?\r')
    await expect.poll(screen, inTime).toContain('it is 130')
    await page.keyboard.type('exit\r')
    await expect.poll(screen, inTime).toMatch(/no-oops:\/\$ *$/)
    await type('echo back-$?')
    await expect.poll(screen, inTime).toContain('back-0')
    await page.context().close()
  }, 120_000)

  it('has the files open after a reload that were open before', async () => {
    const page = await stage.open('/workspace/')
    const { file, bench } = await openWorkspace(page)
    const open = () => bench.getByRole('tablist', { name: 'Files' }).getByRole('tab').allInnerTexts()
    for (const name of ['boot.sh', 'driver.c']) await file(name).click()
    await bench.getByRole('tab', { name: 'boot.sh' }).click()
    const before = await open()
    expect(before.map((text) => text.trim())).toEqual(['Rust driver.rs', 'boot.sh', 'C driver.c'])
    await page.reload()
    await openWorkspace(page)
    expect(await open()).toEqual(before)
    const selected = bench.getByRole('tab', { selected: true })
    expect(await selected.innerText()).toBe('boot.sh')
    await page.context().close()
  })

  it('works on a lesson, whose mark the terminal knows, and goes back to it', async () => {
    const page = await stage.open('/ownership/borrow-deadline/')
    const lesson = await openWorkbench(page)
    await lesson.menu('Open in the workspace')
    const { type, screen, tree, menu } = await openWorkspace(page)
    await tree.getByText('borrow-deadline/').waitFor()
    await expect.poll(screen, inTime).toContain('no-oops:/borrow-deadline$')
    await type('echo // mine >> main.rs; no-oops lesson check; echo ended with $?')
    await expect.poll(screen, inTime).toMatch(/^ended with 1$/m)
    await menu('Open in its lesson')
    await page.getByText('The code of the link is in the editors.').first().waitFor()
    await page.context().close()
  })

  it('leaves as a zip, and comes in as one, which can be undone', async () => {
    const page = await stage.open('/workspace/')
    const { type, file, menu, bench } = await openWorkspace(page)
    await type('echo mine > mine.txt')
    await file('mine.txt').waitFor()
    const saving = page.waitForEvent('download')
    await menu('Download')
    const zip = await (await saving).path()
    await type('rm -r mine.txt Kbuild')
    await expect.poll(() => file('mine.txt').count(), inTime).toBe(0)
    const picking = page.waitForEvent('filechooser')
    await menu('Upload')
    await (await picking).setFiles({ name: 'a.zip', mimeType: 'application/zip', buffer: readFileSync(zip) })
    await file('mine.txt').waitFor()
    await bench.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => file('mine.txt').count(), inTime).toBe(0)
    await page.context().close()
  })

  it('stays whole beside another tab that changes and removes files', async () => {
    const page = await stage.open('/workspace/')
    const first = await openWorkspace(page)
    const other = await page.context().newPage()
    await other.goto(page.url())
    const second = await openWorkspace(other)
    await second.type('echo new > new.txt; rm Kbuild')
    await first.file('new.txt').waitFor()
    await expect.poll(() => first.file('Kbuild').count(), inTime).toBe(0)
    await first.type('cat new.txt')
    await expect.poll(first.screen, inTime).toMatch(/^new$/m)
    await page.context().close()
  })

  it('can be used on a phone', async () => {
    const page = await stage.open('/workspace/', phone)
    const { type, screen, file } = await openWorkspace(page)
    await type('ls')
    await expect.poll(screen, inTime).toContain('boot.sh')
    await file('boot.sh').click()
    await page.getByRole('textbox', { name: /^boot.sh/ }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.context().close()
  })
})

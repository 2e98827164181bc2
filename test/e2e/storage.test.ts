import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { useStage } from './browser.ts'
import { lessonFile } from './lesson-files.ts'
import { openPlayground } from './playground-page.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
const lesson = '/ownership/borrow-deadline/'

it('reset gives the exercise as it was, and can be taken back', async () => {
  const page = await stage.open(lesson)
  const { bench, write, drawn, button, menu } = await openWorkbench(page)
  await write('fn main() { println!("mine"); }\n')
  await menu('Reset main.rs')
  await expect.poll(drawn).toContain('struct FaultDev')
  await button('Undo').click()
  await expect.poll(drawn).toContain('println!("mine")')
  await bench.getByText('Saved in this browser', { exact: true }).waitFor()
  await page.context().close()
})

it('the theme that a reader chose stays', async () => {
  const page = await stage.open('/', { colorScheme: 'light' })
  await page.getByRole('button', { name: 'Change between light and dark' }).click()
  await page.goto(stage.url(lesson))
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  await page.context().close()
})

it('the newest code wins across tabs', async () => {
  const page = await stage.open(lesson)
  const first = await openWorkbench(page)
  await first.bench.locator('.view-line').first().waitFor()
  const other = await page.context().newPage()
  await other.goto(stage.url(lesson))
  const second = await openWorkbench(other)
  await second.write('fn main() { println!("from the other tab"); }\n')
  await second.bench.getByText('Saved in this browser', { exact: true }).waitFor()
  await page.bringToFront()
  await expect.poll(first.drawn, { timeout: 10_000 }).toContain('from the other tab')
  await page.context().close()
})

it('a file that one tab of the playground adds is in the other one too, and stays whatever that does', async () => {
  const page = await stage.open('/playground/')
  const first = await openPlayground(page)
  const other = await page.context().newPage()
  await other.goto(stage.url('/playground/'))
  const second = await openPlayground(other)
  await second.addFile('other.rs')
  await second.editor('other.rs').waitFor()
  await second.editor('other.rs').focus()
  await other.keyboard.insertText('// theirs')
  await second.bench.getByText('Saved in this browser', { exact: true }).waitFor()
  await page.bringToFront()
  await first.file('other.rs').waitFor()
  await first.addFile('third.rs')
  await other.bringToFront()
  await second.file('third.rs').waitFor()
  await second.choose('Target', 'kernel')
  await second.file('driver.rs').waitFor()
  await other.reload()
  await second.choose('Target', 'userspace')
  await second.file('third.rs').waitFor()
  await second.file('other.rs').click()
  await expect.poll(second.drawn).toContain('// theirs')
  expect(await first.bench.getByLabel('Target', { exact: true }).inputValue()).toBe('userspace')
  await page.context().close()
})

it('work goes out as a file and comes into another browser', async () => {
  const page = await stage.open(lesson)
  const { bench, write, button, menu } = await openWorkbench(page)
  await write(lessonFile('03-ownership/02-borrow-deadline/solution/main.rs'))
  await button('Check').click()
  await bench.getByText(/^Solved: all/).waitFor()
  await bench.getByText('Saved in this browser', { exact: true }).waitFor()
  const download = page.waitForEvent('download')
  await menu('Export')
  const file = await readFile(await (await download).path())
  expect(JSON.parse(file.toString())).toBeTypeOf('object')
  await page.context().close()

  const elsewhere = await stage.open(lesson)
  const there = await openWorkbench(elsewhere)
  await there.bench.locator('.view-line').first().waitFor()
  const chooser = elsewhere.waitForEvent('filechooser')
  await there.menu('Import')
  await (await chooser).setFiles({ name: 'no-oops.json', mimeType: 'application/json', buffer: file })
  await expect.poll(there.drawn, { timeout: 10_000 }).toContain('let taken = self.pending.take();')
  await elsewhere.goto(stage.url('/'))
  await elsewhere
    .locator('[data-progress="ownership/borrow-deadline"]')
    .getByText('done')
    .waitFor({ state: 'visible' })
  await elsewhere.context().close()
})

it('a file that is not an export is refused with a reason, and nothing is lost', async () => {
  const page = await stage.open(lesson)
  const { bench, write, drawn, menu } = await openWorkbench(page)
  await write('fn main() { println!("mine"); }\n')
  const wrong = { name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{"a": 1}') }
  const chooser = page.waitForEvent('filechooser')
  await menu('Import')
  await (await chooser).setFiles(wrong)
  await bench.getByText(/not .*No Oops|No Oops .*not|can’t be read|no export/i).waitFor()
  expect(await drawn()).toContain('println!("mine")')
  await page.context().close()
})

it('a link holds the whole program', async () => {
  const page = await stage.open('/playground/', { permissions: ['clipboard-read', 'clipboard-write'] })
  const { bench, write, button } = await openWorkbench(page)
  await write('fn main() { println!("shared ✓"); }\n')
  await button('Copy link').click()
  await bench.getByText('Link copied.').waitFor()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await page.context().close()

  const other = await stage.open(link)
  const there = await openWorkbench(other)
  await there.bench.locator('.view-line').first().waitFor()
  expect(await there.drawn()).toContain('println!("shared ✓")')
  await other.goto(stage.url('/playground/#code=damaged'))
  await other.reload()
  await there.bench.getByText(/This link is damaged/).waitFor()
  await other.context().close()
})

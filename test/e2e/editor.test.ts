import { expect, it } from 'vitest'
import { useStage } from './browser.ts'
import { screens } from './screens.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()

it('the large editor comes only when the workbench is in sight', async () => {
  const page = await stage.open('about:blank', { viewport: { width: 1000, height: 400 } })
  const scripts: string[] = []
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()))
  await page.goto(stage.url('/ownership/borrow-deadline/'), { waitUntil: 'networkidle' })
  const before = scripts.length
  const { bench } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  expect(scripts.length).toBeGreaterThan(before)
  await page.context().close()
})

it('the large editor also comes where lines that are folded are told of already', async () => {
  const page = await stage.open('/bindings-and-abstractions/callbacks/')
  const { bench, status } = await openWorkbench(page)
  await status.getByText(/warnings/).waitFor()
  await bench.locator('.view-line').first().waitFor()
  await page.context().close()
})

it('a fix that rustc vouches for is one key, and undo takes it back', async () => {
  const page = await stage.open('/playground/')
  const { status, write, drawn } = await openWorkbench(page)
  await write('fn main() {\n    let n = 1;\n    n += 1;\n    println!("{n}");\n}\n')
  await status.getByText('rustc refuses this program').waitFor()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('F8')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+.')
  await page
    .locator('.action-widget')
    .getByText(/mutable/)
    .waitFor()
  await page.keyboard.press('Enter')
  await status.getByText('rustc accepts this program').waitFor()
  expect(await drawn()).toContain('let mut n = 1;')
  await page.keyboard.press('Control+z')
  await status.getByText('rustc refuses this program').waitFor()
  await page.context().close()
})

it('a place in the list of problems leads to that line', async () => {
  const page = await stage.open('/ownership/borrow-deadline/')
  const { bench, problems, status, askRustc } = await openWorkbench(page)
  await bench.locator('.view-line').first().waitFor()
  await askRustc()
  await status.getByText('1 error').waitFor()
  await problems.getByRole('link', { name: 'line 22' }).click()
  await page.keyboard.insertText('/* here */')
  await expect
    .poll(() => bench.locator('.view-line', { hasText: '/* here */' }).innerText())
    .toContain('extend_from_slice')
  await page.context().close()
})

it('rustc explains an error code in the page', async () => {
  const page = await stage.open('/playground/')
  const { bench, write } = await openWorkbench(page)
  await write('fn main() {\n    let s = String::new();\n    drop(s);\n    drop(s);\n}\n')
  await bench.getByText('Explain E0382').click()
  await bench
    .getByText(/A variable was used after its contents have been moved/)
    .waitFor({ state: 'attached' })
  await page.context().close()
})

it('typing on drops the older question, and only the newest text is answered', async () => {
  const page = await stage.open('/playground/')
  const { status, write, problems } = await openWorkbench(page)
  await write('fn main() { let x: i32 = "a"; }')
  await write('fn main() { let y: u8 = 300; }')
  await write('fn main() { undeclared(); }')
  await status.getByText('rustc refuses this program').waitFor()
  await expect.poll(() => problems.allInnerTexts()).toEqual([expect.stringContaining('undeclared')])
  await page.context().close()
})

it('an error that only code generation finds is told when the program is run', async () => {
  const page = await stage.open('/playground/')
  const { status, problems, write, button, tab } = await openWorkbench(page)
  await write('fn main() {\n    let room = 32usize - 2 - 31;\n    println!("{room}");\n}\n')
  await status.getByText('rustc accepts this program').waitFor()
  await button('Run').click()
  await tab('Problems')
  await expect.poll(() => problems.allInnerTexts()).toEqual([expect.stringContaining('arithmetic_overflow')])
  await page.context().close()
})

it.for(screens)(
  'at $width px looking at the answer to the prediction shows the refusal in the editor too, and the page stays',
  async ({ options }) => {
    const page = await stage.open('/ownership/borrow-deadline/', options)
    const { bench, status } = await openWorkbench(page)
    await bench.getByRole('button', { name: 'Ask rustc' }).waitFor()
    const compare = page.getByText('Compare with rustc')
    await compare.scrollIntoViewIfNeeded()
    const before = (await compare.boundingBox())!.y
    await compare.click()
    await status.getByText('1 error').waitFor()
    expect((await compare.boundingBox())!.y).toBe(before)
    await page.context().close()
  },
)

it('what a build says of an older text is never shown', async () => {
  const page = await stage.open('/playground/')
  const { bench, status, write, button } = await openWorkbench(page)
  await write('fn main() { let n: u8 = "a"; }')
  await status.getByText('rustc refuses this program').waitFor()
  await page.route('**/api/compile', async (route) => {
    if (route.request().postData()?.includes('"build"')) await page.waitForTimeout(2000)
    await route.continue()
  })
  await button('Run').click()
  await write('fn main() { println!("newer"); }')
  await bench.getByText('The code was refused when you pressed Run. It has changed since').waitFor()
  await bench.getByRole('tab', { name: /^Problems/ }).click()
  await status.getByText('rustc accepts this program.').waitFor()
  await page.context().close()
})

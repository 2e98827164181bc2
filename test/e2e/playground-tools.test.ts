import { describe, expect, it } from 'vitest'
import { useStage } from './browser.ts'
import { openPlayground } from './playground-page.ts'

const stage = useStage()

describe('the tools of the playground', () => {
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

  it('offer to undo a layout until the next edit, which an undo would take away', async () => {
    const page = await stage.open('/playground/')
    const { bench, write, button, drawn } = await openPlayground(page)
    await write('fn main(){println!( "{}",1 )}')
    await button('Format').click()
    const notice = bench.getByText('main.rs was formatted.')
    await notice.waitFor()
    await bench.locator('.view-line').first().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('// mine')
    await notice.waitFor({ state: 'hidden' })
    await expect.poll(drawn).toContain('// mine')
    await page.context().close()
  })

  it('come by key: Clippy, the tests, and the sizes of a driver', async () => {
    const page = await stage.open('/playground/')
    const { bench, write, choose, status, problems, editor } = await openPlayground(page)
    await write('fn main() {\n    if (1 == 1) == true {}\n}\n\n#[test]\nfn holds() {}\n')
    await status.getByText(/accepts/).waitFor()
    await page.keyboard.press('Shift+Alt+KeyC')
    await problems
      .getByText(/equality checks against/)
      .first()
      .waitFor()
    const more = problems.getByRole('link', { name: /#bool_comparison$/ })
    expect(await more.getAttribute('href')).toBe(await more.textContent())
    expect(await more.getAttribute('target')).toBe('_blank')
    await page.keyboard.press('Shift+Alt+KeyT')
    await bench.getByText('1 test passed').first().waitFor()
    await choose('Target', 'kernel')
    await editor('driver.rs').waitFor()
    await editor('driver.rs').focus()
    await page.keyboard.press('Shift+Alt+KeyS')
    await bench
      .getByRole('region', { name: 'Sizes of driver.rs' })
      .getByRole('table')
      .waitFor({ timeout: 60_000 })
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
    const more = problems.getByRole('link', { name: /#bool_comparison$/ })
    expect(await more.getAttribute('href')).toBe(await more.textContent())
    expect(await more.getAttribute('target')).toBe('_blank')
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

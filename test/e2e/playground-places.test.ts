import { expect, it } from 'vitest'
import { useStage } from './browser.ts'
import { openPlayground } from './playground-page.ts'

const stage = useStage()

it('the places of a driver in C and Rust hold, whichever side is used', async () => {
  const page = await stage.open('/playground/')
  const { bench, begin, addFile, file, choose, editor, button } = await openPlayground(page, 'kernel')
  await begin('C and its Rust twin')
  await editor('driver.c').waitFor()
  await editor('driver.rs').waitFor()
  await bench.locator('.wb-fold', { hasText: 'includes' }).waitFor()
  const x = async (of: { boundingBox(): Promise<{ x: number } | null> }) => (await of.boundingBox())!.x

  await editor('driver.rs').focus()
  const buttons = [button('Run both'), button('Clippy'), button('Copy link')]
  const before = await Promise.all(buttons.map(x))
  await editor('driver.c').focus()
  await expect.poll(() => file('driver.c').getAttribute('aria-selected')).toBe('true')
  expect(await Promise.all(buttons.map(x)), 'buttons stay where they are').toEqual(before)

  await addFile('note.h')
  await editor('note.h').waitFor()
  const offers = bench.getByRole('button', { name: 'Undo' })
  expect(await offers.count(), 'an undo would take the new file away').toBe(0)
  expect(await editor('driver.rs').isVisible(), 'a header takes the place of the C').toBe(true)
  expect(await editor('driver.c').isVisible()).toBe(false)
  expect(await x(editor('note.h'))).toBeLessThan(await x(editor('driver.rs')))

  await file('boot.sh').click()
  const pane = (await page.locator('#wb-file-boot\\.sh').boundingBox())!
  await page.mouse.click(pane.x + pane.width / 2, pane.y + pane.height - 30)
  await page.keyboard.press('Control+End')
  await page.keyboard.type('/x')
  const commands = bench.getByRole('textbox', { name: /^boot\.sh/ })
  expect(await commands.inputValue(), 'a click below the text is one into it').toMatch(/\/x$/)
  await choose('Kernel', 'lockdep')
  await expect.poll(() => commands.inputValue()).toMatch(/\/x$/)
  expect(await file('boot.sh').getAttribute('aria-selected')).toBe('true')
  await page.context().close()
})

it('with «?present» the code is large, and alone, until the menu ends that; it begins it too', async () => {
  const page = await stage.open('/playground/?present', { viewport: { width: 1280, height: 720 } })
  const { bench, editor, menu } = await openPlayground(page)
  await editor('main.rs').waitFor()
  expect(await bench.getAttribute('data-layout')).toBe('full')
  const line = page.locator('.view-line').first()
  const size = () => line.evaluate((it) => getComputedStyle(it).fontSize)
  await expect.poll(size).toBe('20px')
  await menu('Leave the presentation')
  await expect.poll(() => bench.getAttribute('data-layout'), { timeout: 10_000 }).toBe('page')
  await expect.poll(size, { timeout: 10_000 }).toBe('13px')
  expect(page.url()).toMatch(/\/playground\/$/)
  await menu('Present')
  await expect.poll(() => bench.getAttribute('data-layout'), { timeout: 10_000 }).toBe('full')
  await expect.poll(size, { timeout: 10_000 }).toBe('20px')
  await page.context().close()
})

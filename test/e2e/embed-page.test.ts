import { describe, expect, it } from 'vitest'
import { violations } from './axe.ts'
import { phone, useStage } from './browser.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()
const lesson = 'ownership/borrow-deadline/'

describe.each([
  ['a desktop', {}],
  ['a phone', phone],
])('on %s', (_, device) => {
  it.each(['light', 'dark'] as const)('axe finds nothing on a page for frames, %s', async (colorScheme) => {
    const page = await stage.open(`/embed/${lesson}`, { ...device, colorScheme, bypassCSP: true })
    const { bench, askRustc } = await openWorkbench(page)
    await askRustc()
    await bench.getByText('rustc refuses this program: 1 error.').waitFor()
    expect(await violations(page)).toEqual([])
    await page.goto(stage.url('/embed/orientation/recall/'))
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })

  it('nothing of it is wider than a frame of 320 pixels', async () => {
    const page = await stage.open(`/embed/${lesson}`, { ...device, viewport: { width: 320, height: 600 } })
    await openWorkbench(page)
    await page.locator('.view-line:visible, .plain-editor:visible').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await page.context().close()
  })
})

import { describe, expect, it } from 'vitest'
import { violations } from './axe.ts'
import { phone, useStage } from './browser.ts'
import { openPlayground } from './playground-page.ts'

const stage = useStage()

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each([
    ['a desktop', {}],
    ['a phone', phone],
  ])('axe finds nothing beside sizes and assembly on %s', async (_, options) => {
    const page = await stage.open('/playground/', { ...options, colorScheme, bypassCSP: true })
    const { bench, begin, button, menu } = await openPlayground(page, 'kernel')
    await begin('C and its Rust twin')
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
